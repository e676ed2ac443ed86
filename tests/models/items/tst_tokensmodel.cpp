// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/alternativesmodel.h"
#include "models/items/dropsmodel.h"
#include "models/items/tokensmodel.h"
#include "models/items/tokentext.h"
#include "tests/support/traces.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// " Paris", then ".", each out of four tokens.
Cell parisCell()
{
    Cell cell;
    cell.vocabulary = vocabularyOf({" Paris", " Lyon", ".", "\n"});
    cell.trace = {tokenOf({0.5, 0.3, 0.15, 0.05}, 1, 0.6, *cell.vocabulary),
                  tokenOf({0.04, 0.03, 0.9, 0.03}, 2, 0.5, *cell.vocabulary),
                  tokenOf({0.1, 0.1, 0.1, 0.7}, 3, 0.2, *cell.vocabulary)};
    return cell;
}

LensChain chainOf(const std::vector<LensStep> &steps)
{
    LensChain chain;
    chain.steps = steps;
    return chain;
}

} // namespace

class TestTokensModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void tokensAreReadable_data();
    void tokensAreReadable();
    void numbersAreReadable();
    void rowsFollowTheAnswer();
    void aChainRecoloursTheAnswer();
    void alternativesShowBothSides();
    void longAnswersAreFinishedFromTheEventLoop();
    void surprisalIsInBits();
    void theLikelihoodSaysOverHowManyTokens();
    void whatIsNotKnownIsNoZero();
    void dropsFollowTheAnswer();
};

void TestTokensModel::tokensAreReadable_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<QString>("visible");
    QTest::addRow("word") << QByteArray("Paris") << u"Paris"_s;
    QTest::addRow("blank before") << QByteArray(" Paris") << u"␣Paris"_s;
    QTest::addRow("blanks only") << QByteArray("  ") << u"␣␣"_s;
    QTest::addRow("line ends") << QByteArray("\n\n") << u"⏎⏎"_s;
    QTest::addRow("tab") << QByteArray("\ta") << u"⇥a"_s;
    QTest::addRow("half a character") << QByteArray("\xe2\x82") << u"⟨E2 82⟩"_s;
    QTest::addRow("a whole one") << QByteArray("\xe2\x82\xac") << u"€"_s;
    QTest::addRow("control") << QByteArray("\x07") << u"␇"_s;
    QTest::addRow("turned direction") << QByteArray("\xe2\x80\xae"
                                                    "a")
                                      << u"\ufffda"_s;
    QTest::addRow("end") << QByteArray() << u"∅"_s;
    QTest::addRow("markup") << QByteArray("<b>") << u"<b>"_s;
}

void TestTokensModel::tokensAreReadable()
{
    QFETCH(const QByteArray, piece);
    QFETCH(const QString, visible);
    QCOMPARE(TokenText::visible(piece), visible);
}

void TestTokensModel::numbersAreReadable()
{
    QCOMPARE(TokenText::percent(0.632), u"63.2 %"_s);
    QCOMPARE(TokenText::percent(0.0), u"0 %"_s);
    QCOMPARE(TokenText::percent(0.000001), u"< 0.001 %"_s);
    QCOMPARE(TokenText::percent(Bounds{0.3, 0.3}), u"30.0 %"_s);
    QCOMPARE(TokenText::percent(Bounds{0.3, 0.32}), u"≈ 31.0 %"_s);
    QCOMPARE(TokenText::percent(Bounds{0, 0.2}), u"≤ 20.0 %"_s);
    QCOMPARE(TokenText::percent(Bounds{0, 1}), u"?"_s);
    QCOMPARE(TokenText::percent(Bounds{0.1, 0.3}), u"10.0 %–30.0 %"_s);
    QCOMPARE(TokenText::bits({0.693147, 0.693147}), u"1.00"_s);
}

void TestTokensModel::rowsFollowTheAnswer()
{
    TokensModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const Cell whole = parisCell();
    Cell cell = whole;
    cell.trace.resize(1);
    model.showCell(7, &cell);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(reset.count(), 1);
    cell = whole;
    model.showCell(7, &cell);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(reset.count(), 1);
    QCOMPARE(inserted.count(), 2);
    const auto text = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, TokensModel::TokenColumn), u"␣Lyon"_s);
    QCOMPARE(text(0, TokensModel::ProbabilityColumn), u"30.0 %"_s);
    QCOMPARE(text(0, TokensModel::RankColumn), u"2"_s);
    QCOMPARE(text(2, TokensModel::TokenColumn), u"⏎"_s);
    QCOMPARE(text(0, TokensModel::OutcomeColumn), u"kept"_s);
    QVERIFY(model.description(0).contains(u"␣Lyon"_s));
    model.showCell(8, &cell); // another answer
    QCOMPARE(reset.count(), 2);
    model.showCell(8, nullptr);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.changeSentence(), QString());
}

void TestTokensModel::aChainRecoloursTheAnswer()
{
    TokensModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Cell cell = parisCell();
    model.showCell(1, &cell);
    QCOMPARE(model.firstChanged(), -1); // as it was drawn
    QCOMPARE(model.changeSentence(), u"The answer would be the same."_s);
    model.setChain(chainOf({{LensStep::Kind::TopK, 1}}));
    QCOMPARE(model.firstChanged(), 0);
    QCOMPARE(model.look(0).outcome, TokenOutcome::Cut);
    QCOMPARE(model.look(1).outcome, TokenOutcome::Kept);
    QCOMPARE(model.changeSentence(), u"Differs from token 1 on: “␣Lyon” → “␣Paris”"_s);
    QCOMPARE(model.index(0, TokensModel::InsteadColumn).data().toString(), u"␣Paris"_s);
    model.setChain(chainOf({{LensStep::Kind::Temperature, 0.5}}));
    QCOMPARE(model.look(0).outcome, TokenOutcome::Changed); // 0.25 of 0.365 exceeds u = 0.6
    QCOMPARE(model.index(0, TokensModel::AfterColumn).data().toString(), u"24.7 %"_s);
}

void TestTokensModel::alternativesShowBothSides()
{
    TokensModel tokens;
    const Cell cell = parisCell();
    tokens.showCell(1, &cell);
    tokens.setChain(chainOf({{LensStep::Kind::TopK, 2}, {LensStep::Kind::Temperature, 0.5}}));
    AlternativesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(&tokens, 0);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.chosenRow(), 1);
    const auto text = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, AlternativesModel::TokenColumn), u"␣Paris"_s);
    QCOMPARE(text(0, AlternativesModel::RawColumn), u"50.0 %"_s);
    QCOMPARE(text(0, AlternativesModel::AfterColumn), u"73.5 %"_s); // 0.25 / (0.25 + 0.09)
    QCOMPARE(text(2, AlternativesModel::AfterColumn), u"0 %"_s);
    QCOMPARE(model.index(1, 0).data(AlternativesModel::CutLineRole).toString(), u"top-k 2"_s);
    QVERIFY(text(1, AlternativesModel::NoteColumn).contains(u"in the answer"_s));
    QVERIFY(text(0, AlternativesModel::NoteColumn).contains(u"would be drawn"_s));
    QVERIFY(text(3, AlternativesModel::NoteColumn).contains(u"cut by top-k 2"_s));
    QCOMPARE(model.token(2), 2);
    QCOMPARE(model.piece(2), QByteArray("."));
    model.show(&tokens, 99);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.token(0), -1);
}

void TestTokensModel::longAnswersAreFinishedFromTheEventLoop()
{
    Cell cell;
    cell.vocabulary = vocabularyOf({"a", "b"});
    const auto token = tokenOf({0.6, 0.4}, 1, 0.7, *cell.vocabulary);
    cell.trace.assign(TokensModel::AtOnce * 3, token);
    TokensModel model;
    model.showCell(1, &cell);
    QSignalSpy recoloured(&model, &TokensModel::recoloured);
    model.setChain(chainOf({{LensStep::Kind::TopK, 1}}));
    QVERIFY(recoloured.isEmpty() || model.look(TokensModel::AtOnce * 3 - 1).outcome == TokenOutcome::Cut);
    QTRY_VERIFY(!recoloured.isEmpty());
    QCOMPARE(model.index(TokensModel::AtOnce * 3 - 1, TokensModel::OutcomeColumn).data().toString(), u"cut"_s);
    QCOMPARE(model.changeSentence(), u"Differs from token 1 on: “b” → “a”"_s);
}

void TestTokensModel::surprisalIsInBits()
{
    TokensModel model;
    QAbstractItemModelTester tester(&model);
    QSignalSpy measured(&model, &TokensModel::measured);
    Cell cell;
    cell.vocabulary = vocabularyOf({"a", "b", "c", "d"});
    cell.trace = {tokenOf({0.5, 0.25, 0.125, 0.125}, 1, 0.6, *cell.vocabulary)};
    model.showCell(1, &cell);
    QCOMPARE(measured.count(), 1);
    QCOMPARE(model.surprises().size(), std::size_t{1});
    QCOMPARE(model.index(0, TokensModel::SurprisalColumn).data().toString(), u"2.00"_s);
    QVERIFY(model.description(0).contains(u"surprisal 2.00 bits"_s));
    // Another chain draws otherwise; how unexpected the token was does not change.
    model.setChain(chainOf({{LensStep::Kind::TopK, 1}}));
    QCOMPARE(measured.count(), 1);
    QCOMPARE(model.surprises().size(), std::size_t{1});
    model.showCell(0, nullptr);
    QVERIFY(model.surprises().empty());
}

void TestTokensModel::theLikelihoodSaysOverHowManyTokens()
{
    // ½ · ⅛: two bits a token, so a perplexity of 4 and a mean of −ln 4 = −1.386.
    const auto certain = [](double bits) { return TokenSurprise{Bounds{bits, bits}, std::nullopt}; };
    const std::vector<TokenSurprise> two{certain(1), certain(3)};
    const QString whole = TokenText::likelihood(textLikelihood(two), 2);
    QCOMPARE(whole, u"Mean log-probability -1.386 (2.00 bits a token), perplexity 4.00, over 2 tokens"_s);
    // A server that counted more than it told of.
    QVERIFY(TokenText::likelihood(textLikelihood(two), 31).contains(u"over 2 of 31 tokens"_s));
    const std::vector<TokenSurprise> gap{certain(1), {}, certain(3)};
    QVERIFY(TokenText::likelihood(textLikelihood(gap), 0).contains(u"over 2 of 3 tokens"_s));
    QCOMPARE(TokenText::likelihood({}, 5), QString());
    QCOMPARE(TokenText::restOfVocabulary(0.056), u"rest of the vocabulary 5.60 %"_s);
}

void TestTokensModel::whatIsNotKnownIsNoZero()
{
    TokensModel model;
    QAbstractItemModelTester tester(&model);
    auto silent = std::make_shared<TokenTrace>(); // the server told the token alone
    silent->chosen = -1;
    silent->random = -1;
    silent->piece = "x";
    auto told = std::make_shared<TokenTrace>(*silent); // and here how likely it was
    told->topOnly = true;
    told->chosenLogit = std::log(0.25F);
    Cell cell;
    cell.trace = {silent, told};
    model.showCell(1, &cell);
    QCOMPARE(model.index(0, TokensModel::ProbabilityColumn).data().toString(), u"?"_s);
    QCOMPARE(model.index(0, TokensModel::SurprisalColumn).data().toString(), u"?"_s);
    QCOMPARE(model.index(0, TokensModel::EntropyColumn).data().toString(), u"?"_s);
    QCOMPARE(model.index(1, TokensModel::ProbabilityColumn).data().toString(), u"25.0 %"_s);
    QCOMPARE(model.index(1, TokensModel::SurprisalColumn).data().toString(), u"2.00"_s);
    QCOMPARE(model.index(1, TokensModel::EntropyColumn).data().toString(), u"?"_s);
}

void TestTokensModel::dropsFollowTheAnswer()
{
    TokensModel model;
    DropsModel drops(model);
    QAbstractItemModelTester tester(&drops);
    Cell cell;
    cell.vocabulary = vocabularyOf({"a", "b", "c", "d"});
    const auto at = [&](std::int32_t chosen) { return tokenOf({0.5, 0.2, 0.25, 0.05}, chosen, 0.6, *cell.vocabulary); };
    cell.trace = {at(0), at(3)}; // 1 bit, then log₂ 20 = 4.3
    model.showCell(1, &cell);
    QCOMPARE(drops.rowCount(), 1);
    QCOMPARE(drops.token(0), 1);
    QCOMPARE(drops.index(0, DropsModel::NumberColumn).data().toString(), u"2"_s);
    QCOMPARE(drops.index(0, DropsModel::TokenColumn).data().toString(), u"d"_s);
    QCOMPARE(drops.index(0, DropsModel::DropColumn).data().toString(), u"−3.3 bits"_s);
    QCOMPARE(drops.index(0, DropsModel::ProbabilityColumn).data().toString(), u"50.0 % → 5.00 %"_s);
    cell.trace.insert(cell.trace.end(), {at(0), at(1)}); // back, then a drop to 20 %
    model.showCell(1, &cell);
    QCOMPARE(drops.rowCount(), 2);
    QCOMPARE(drops.rowOf(3), 1);
    QCOMPARE(drops.rowOf(2), -1);
    QCOMPARE(drops.token(2), -1);
    model.showCell(0, nullptr);
    QCOMPARE(drops.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestTokensModel)
#include "tst_tokensmodel.moc"
