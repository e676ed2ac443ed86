// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/refusedfile.h"
#include "widgets/context/trustaccess.h"

#include <QObject>
#include <QPointer>

#include <deque>

class QMessageBox;

namespace Tempera {

/// Asks the user before a key goes to a host that it is not known to belong to, and before an experiment reads files of
/// other folders. One question at a time; none waits in a loop of its own. The answer that a key press alone gives is no.
class TrustQuestions final : public QObject
{
    Q_OBJECT
public:
    TrustQuestions(const TrustAccess &access, QWidget *window);
    /// Withdraws the questions about keys.
    ~TrustQuestions() override;

    /// Asks about all files that an experiment was not allowed to read; allowed() follows where the answer is yes.
    void askAboutFiles(const QString &experiment, const QList<RefusedFile> &files);

Q_SIGNALS:
    /// The experiment can be read again.
    void allowed(const QString &experiment);
    /// A grant could not be stored; it counts until the program ends.
    void failed(const Tempera::Error &error);

private:
    struct Question {
        QString name; ///< Of the dialog, for tests and styles.
        QString title;
        QString text;
        QString details;
        QString refuse; ///< What the button says that allows nothing.
        bool mayBeKept = true;
        std::function<void(TrustAnswer)> answer;
    };
    void askAboutKey(const KeyUse &use, const TakeTrustAnswer &answer);
    void take(const QString &experiment, const QList<RefusedFile> &files, TrustAnswer answer);
    void put(Question question);
    void showNext();

    TrustAccess m_access;
    QWidget *m_window = nullptr;
    std::deque<Question> m_waiting;
    QPointer<QMessageBox> m_open;
};

} // namespace Tempera
