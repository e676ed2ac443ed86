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

class EndpointOptionsForm;

/// The servers: those of the open experiment, and those that were added here. Each can be asked for its models and given
/// a key, and has its options. What is done here is in effect at once.
class EndpointsPage final : public QWidget
{
    Q_OBJECT
public:
    /// `used` are those of the open experiment; they cannot be removed here.
    EndpointsPage(const EndpointAccess &access, const QList<UsedEndpoint> &used, QWidget *parent = nullptr);

    /// Whether all that is typed as an option can be one.
    [[nodiscard]] bool isValid() const;
    /// Stores what was typed and is not stored yet.
    void commit();

Q_SIGNALS:
    void failed(const Tempera::Error &error);
    void validityChanged(bool valid);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void createControls();
    void createOptions();
    void showOptions();
    void saveOptions(const EndpointOptions &options);
    [[nodiscard]] Endpoint questionFor(const SavedEndpoint &asked) const;
    [[nodiscard]] static QString reportText(const ServerReport &report, const QUrl &address);
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
    QHash<QUrl, Endpoint> m_asked;      ///< Of those of m_used: one of the requests that go there.
    int m_turn = 0;                     ///< Tells the last question from those before it.
    QUrl m_shown;                       ///< Whose options are shown; empty = nobody's.
    QHash<QUrl, QString> m_addressFrom; ///< Of those of m_used whose address is a variable's.
    QTreeWidget *m_list = nullptr;
    QLineEdit *m_address = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_key = nullptr;
    QPushButton *m_remove = nullptr;
    QLabel *m_result = nullptr;
    QLabel *m_optionsTitle = nullptr;
    EndpointOptionsForm *m_options = nullptr;
};

} // namespace Tempera
