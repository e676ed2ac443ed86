// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/localmodelsmodel.h"
#include "widgets/context/windowcontext.h"

#include <QWidget>

class QLabel;
class QListView;
class QListWidget;
class QMimeData;
class QToolButton;

namespace Tempera {

/// The library's models: the files on this machine with what they say of themselves, and the hosted ones of the
/// catalog. Files and folders are added with the buttons or dropped onto it.
class ModelsPage final : public QWidget
{
    Q_OBJECT
public:
    explicit ModelsPage(const WindowContext &context, QWidget *parent = nullptr);

    void reload();
    void focusList();
    /// Files and folders with GGUFs join the library; each that cannot gives failed().
    void addPaths(const QStringList &paths);
    [[nodiscard]] const LocalModelsModel &locals() const { return *m_locals; }

Q_SIGNALS:
    void modelRequested(const QString &endpointId);
    void failed(const Tempera::Error &error);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    [[nodiscard]] QWidget *createButtons();
    void fillHosted();
    void removeCurrent();
    void currentChanged();
    void showFacts();

    const WindowContext &m_context;
    LocalModelsModel *m_locals = nullptr;
    QListView *m_localList = nullptr;
    QLabel *m_noModels = nullptr;
    QLabel *m_facts = nullptr;
    QListWidget *m_hosted = nullptr;
    QToolButton *m_use = nullptr;
    QToolButton *m_remove = nullptr;
};

/// Paths of GGUF files and folders among what is dragged.
[[nodiscard]] QStringList modelPaths(const QMimeData &data);

} // namespace Tempera
