// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/context/windowcontext.h"

#include <QObject>

class QMenu;

namespace Tempera {

/// New, open, save, recent files, and what happens to unsaved changes.
class FileController final : public QObject
{
    Q_OBJECT
public:
    FileController(WindowContext &context, QWidget *window);

    void newExperiment();
    void askOpen();
    /// Opens after unsaved changes are dealt with, later where scripts make its tests. A failure is reported by failed() and
    /// changes nothing.
    void open(const QString &path);
    /// Opens the open experiment again, where it is still this one: more of its files may be read now.
    void readAgain(const QString &path);
    /// Takes an experiment that comes from somewhere else (a stored run).
    void take(const LoadedExperiment &loaded, const QString &path, const QString &origin = {});
    void save();
    void saveAs();
    /// Calls back when nothing would be lost: nothing changed, saved, or discarded. Not at all on Cancel.
    void whenSafe(std::function<void()> next);

    void fillRecent(QMenu *menu);
    [[nodiscard]] const QStringList &recentFiles() const { return m_context.state.recentFiles; }

Q_SIGNALS:
    void failed(const Tempera::Error &error);
    /// Things in the file that are kept but ignored.
    void warned(const QString &text);
    void opened();
    /// The experiment was opened without files that it may not read.
    void filesRefused(const QString &path, const QList<Tempera::RefusedFile> &files);
    void recentFilesChanged();

private:
    void load(const QString &path);
    void takeRead(const QString &path, const LoadedExperiment &loaded, const QStringList &inputs);
    [[nodiscard]] bool write(const QString &path);
    void saveThen(std::function<void()> next);
    void remember(const QString &path);
    [[nodiscard]] Result<void> mayBeReplaced(const QString &path) const;

    WindowContext &m_context;
    QWidget *m_window = nullptr;
    quint64 m_asked = 0;  ///< Recognises an experiment that was read too late.
    QStringList m_inputs; ///< What the experiment was read from, files that it refers to included.
};

} // namespace Tempera
