// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/context/endpointaccess.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace Tempera {

/// The servers: those of the open experiment, and those that were added here. Each can be asked for its models and given
/// a key. What is done here is in effect at once.
class EndpointsPage final : public QWidget
{
    Q_OBJECT
public:
    /// `used` are those of the open experiment; they cannot be removed here.
    EndpointsPage(const EndpointAccess &access, const QList<UsedEndpoint> &used, QWidget *parent = nullptr);

Q_SIGNALS:
    void failed(const Tempera::Error &error);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void createControls();
    void fill(const QUrl &current);
    void showKey(QTreeWidgetItem *item);
    void add();
    void remove();
    void test();
    void enterKey();
    void update();
    void say(const QString &text);
    /// Of the row that is current; an empty address = none is.
    [[nodiscard]] SavedEndpoint chosen() const;
    [[nodiscard]] QList<SavedEndpoint> saved() const;
    void save(const QList<SavedEndpoint> &endpoints, const QUrl &current);

    EndpointAccess m_access;
    QList<SavedEndpoint> m_used;
    QHash<QUrl, QString> m_addressFrom; ///< Of those of m_used whose address is a variable's.
    QTreeWidget *m_list = nullptr;
    QLineEdit *m_address = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_key = nullptr;
    QPushButton *m_remove = nullptr;
    QLabel *m_result = nullptr;
};

} // namespace Tempera
