// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/conversation.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// "SUA": a conversation of these roles; each says its number.
Conversation spoken(const QString &roles)
{
    Conversation conversation;
    for (const QChar c : roles)
        conversation += ConversationTurn{c == u'S'   ? Role::System
                                         : c == u'U' ? Role::User
                                                     : Role::Assistant,
                                         QString::number(conversation.size()), -1};
    return conversation;
}

/// "SU-/SUA": rows are separated by slashes, "-" is nothing.
QString aligned(const QStringList &roles)
{
    QList<Conversation> conversations;
    for (const QString &each : roles)
        conversations += spoken(each);
    QStringList rows;
    for (const TurnRow &row : alignedTurns(conversations)) {
        QString text;
        for (const std::optional<ConversationTurn> &turn : row.turns)
            text += !turn ? u'-' : turn->role == Role::System ? u'S' : turn->role == Role::User ? u'U' : u'A';
        rows += text;
    }
    return rows.join(u'/');
}

Case inConversation(const QString &id)
{
    Case aCase;
    if (!id.isEmpty())
        aCase.other.insert(u"metadata"_s, QJsonObject{{u"conversationId"_s, id}});
    return aCase;
}

} // namespace

class TestConversation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turnsStandSideBySide()
    {
        QCOMPARE(aligned({u"SUA"_s, u"SUA"_s}), u"SS/UU/AA"_s);
        QCOMPARE(aligned({u"SUA"_s, u"UA"_s}), u"S-/UU/AA"_s);
        QCOMPARE(aligned({u"UA"_s, u"UAUA"_s, u"UUA"_s}), u"UUU/AA-/-UU/-AA"_s);
        QCOMPARE(aligned({u"UUA"_s, u"UA"_s}), u"UU/U-/AA"_s);
        QCOMPARE(aligned({QString(), u"UA"_s}), u"-U/-A"_s);
        QCOMPARE(aligned({}), QString());
    }

    void rowsThatAllSayAreShared()
    {
        const QList<TurnRow> rows = alignedTurns({spoken(u"UA"_s), spoken(u"UA"_s), spoken(u"U"_s)});
        QVERIFY(rows.at(0).isShared());
        QVERIFY(!rows.at(1).isShared()); // one says nothing there
    }

    void whatIsSentAgainIsNotSaidTwice()
    {
        Conversation conversation;
        const Message system{Role::System, u"Be kind."_s};
        addExchange(conversation, {system, {Role::User, u"Hello"_s}}, u"Hi!"_s, 3);
        QCOMPARE(conversation.size(), 3);
        QVERIFY(conversation.last().isAnswer() && !conversation.first().isAnswer());
        // Only the system message comes again.
        addExchange(conversation, {system, {Role::User, u"How are you?"_s}}, u"Fine."_s, 4);
        QCOMPARE(conversation.size(), 5);
        // All comes again.
        addExchange(conversation,
                    {system,
                     {Role::User, u"Hello"_s},
                     {Role::Assistant, u"Hi!"_s},
                     {Role::User, u"How are you?"_s},
                     {Role::Assistant, u"Fine."_s},
                     {Role::User, u"Bye"_s}},
                    u"Bye!"_s, 5);
        QCOMPARE(conversation.size(), 7);
        QCOMPARE(conversation.last(), (ConversationTurn{Role::Assistant, u"Bye!"_s, 5}));
        // Another system message is another turn.
        addExchange(conversation, {{Role::System, u"Be short."_s}, {Role::User, u"Hello"_s}}, u"Hi."_s, 6);
        QCOMPARE(conversation.size(), 10);
    }

    void casesBesideEachOtherFormOne()
    {
        Experiment experiment;
        for (const char *id : {"a", "a", "", "b", "a", "a", "a"})
            experiment.cases += inConversation(QString::fromLatin1(id));
        QCOMPARE(conversationCases(experiment, 1), (QList<int>{0, 1}));
        QCOMPARE(conversationCases(experiment, 2), QList<int>{2});
        QCOMPARE(conversationCases(experiment, 5), (QList<int>{4, 5, 6}));
        experiment.cases.clear();
        for (int i = 0; i < 3 * mostExchanges; ++i)
            experiment.cases += inConversation(u"a"_s);
        const QList<int> cases = conversationCases(experiment, 2 * mostExchanges);
        QCOMPARE(cases.size(), mostExchanges);
        QVERIFY(cases.contains(2 * mostExchanges));
    }
};

QTEST_GUILESS_MAIN(TestConversation)
#include "tst_conversation.moc"
