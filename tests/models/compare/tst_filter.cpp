// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/filterexplanation.h"
#include "models/compare/filtermatching.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// A cell that is made by hand.
class HandSubject final : public FilterSubject
{
public:
    CellSummary cell;
    std::optional<CellSummary> other; ///< Of the baseline.
    QString variantName, caseName;
    std::optional<Cell> kept, keptOther; ///< Bodies in memory.
    bool differing = false;
    QStringList answers; ///< Expected ones.
    QString town;        ///< The only variable.
    QString topic;       ///< The only metadata.
    QJsonObject object;  ///< That is expected; empty: none.
    std::optional<Rating> said;
    mutable int asked = 0; ///< How often a body was asked for.

    const CellSummary &summary() const override { return cell; }
    const CellSummary *baseline() const override { return other ? &*other : nullptr; }
    QString name(FilterField field) const override
    {
        return field == FilterField::Case ? caseName : field == FilterField::Model ? u"gpt-4.1"_s : variantName;
    }
    bool disagrees() const override { return differing; }
    bool isOutdated() const override { return false; }
    QStringList expected() const override { return answers; }
    std::optional<QString> variable(const QString &name) const override
    {
        return name == "town"_L1 ? std::optional(town) : std::nullopt;
    }
    std::optional<QString> metadata(const QString &key) const override
    {
        return key == "topic"_L1 ? std::optional(topic) : std::nullopt;
    }
    bool hasFields() const override { return !object.isEmpty(); }
    QList<FieldValue> fields() const override
    {
        return answerFields(object, kept ? kept->text : QString(), {u"A fox of 12"_s}).values;
    }
    const Rating *rating() const override { return said ? &*said : nullptr; }
    const Cell *body() const override { return ++asked, kept ? &*kept : nullptr; }
    const Cell *baselineBody() const override { return keptOther ? &*keptOther : nullptr; }
};

HandSubject subjectOf(const QString &variant, const QString &caseName, const QString &answer, Outcome outcome, double score,
                      std::int64_t tokens)
{
    HandSubject subject;
    subject.variantName = variant;
    subject.caseName = caseName;
    subject.cell.state = CellState::Done;
    subject.cell.hasText = !answer.isEmpty();
    subject.cell.outcome = outcome;
    subject.cell.score = score;
    subject.cell.verdicts = 2;
    subject.cell.passedVerdicts = outcome == Outcome::Pass ? 2 : 1;
    subject.cell.outputTokens = std::optional(tokens);
    subject.cell.costNano = std::optional<std::int64_t>(10'000'000);    // $0.01
    subject.cell.totalTime = std::optional<std::int64_t>(1'500'000);    // 1.5 s
    subject.cell.firstTokenTime = std::optional<std::int64_t>(120'000); // 120 ms
    Cell body;
    body.text = answer;
    Verdict json;
    json.type = u"is-json"_s;
    json.outcome = outcome;
    Verdict length;
    length.type = u"latency"_s;
    length.outcome = Outcome::Pass;
    body.grade = Grade{outcome, score, {json, length}};
    subject.kept = body;
    return subject;
}

/// 1: "cold" on the fox, passed. 2: "warm" on the fox, failed, another answer. 3: "warm" on the hen, an error, nothing known.
std::vector<HandSubject> cells()
{
    std::vector<HandSubject> all{
        subjectOf(u"cold"_s, u"The fox"_s, u"A rich fox"_s, Outcome::Pass, 1, 400),
        subjectOf(u"warm (hot)"_s, u"The fox"_s, u"Many years AGO\nfailed (it) / said"_s, Outcome::Fail, 0.5, 600),
        HandSubject()};
    all[1].other = all[0].cell;
    all[1].keptOther = all[0].kept;
    all[1].differing = true;
    all[0].said = Rating{.thumb = Thumb::Up, .tags = {u"terse"_s}};
    all[1].said = Rating{.score = 0.3, .comment = u"Too LONG"_s, .tags = {u"long"_s, u"Terse"_s}};
    all[2].variantName = u"warm (hot)"_s;
    all[2].caseName = u"The hen"_s;
    all[2].cell.state = CellState::Failed;
    all[2].other = all[0].cell;
    all[1].cell.key.variantIndex = 1;
    all[2].cell.key = {1, 2, 1, 0};
    all[0].answers = {u"Yes"_s};
    all[1].answers = {u"yes"_s, u"maybe"_s};
    all[0].topic = u"law"_s;
    all[1].topic = u"tax"_s;
    all[0].town = u"Paris"_s;
    all[1].town = u"São Paulo, a/b"_s;
    return all;
}

/// "1 3": which of the cells match; a "?" behind those that need a body.
QString matching(const QString &filter, const std::vector<HandSubject> &all)
{
    const auto read = parseFilter(filter);
    if (!read)
        return u"error at %1: "_s.arg(read.error().position) + read.error().message;
    QStringList found;
    FilterTrouble trouble;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const FilterMatch match = read->root ? filterMatch(*read->root, all[i], trouble) : FilterMatch::Yes;
        if (match != FilterMatch::No)
            found += QString::number(i + 1) + (match == FilterMatch::NeedsBody ? u"?"_s : QString());
    }
    return found.join(u' ');
}

} // namespace

class TestFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filtersMatch_data();
    void filtersMatch();
    void fieldsAreFiltered();
    void mistakesAreSaid_data();
    void mistakesAreSaid();
    void bodiesAreNeededOnlyWhereTheyDecide();
    void wildPatternsAreStopped();
    void deepAndLongFiltersAreRefused();
    void whatIsTypedIsCompleted_data();
    void whatIsTypedIsCompleted();
    void itIsSaidWhyNothingMatches();
    void namesAreQuotedWhereTheyMustBe();
};

void TestFilter::filtersMatch_data()
{
    QTest::addColumn<QString>("expected");
    const auto add = [](const char *filter, const char *expected) { QTest::newRow(filter) << QString::fromUtf8(expected); };
    add("", "1 2 3");
    add("   ", "1 2 3");
    add("failed", "2 3");
    add("FAILED", "2 3");
    add("not failed", "1");
    add("!failed", "1");
    add("passed", "1");
    add("error", "3");
    add("unchecked", "3");
    add("disagrees", "2");
    add("differs", "2");
    add("worse", "2");
    add("better", "");
    add("regressed", "2");
    add("score = 1", "1");
    add("score != 1", "2"); // nobody knows the third
    add("not score = 1", "2 3");
    add("score >= 50%", "1 2");
    add("score>0.5", "1");
    add("delta < 0", "2");
    add("delta = -0,5", "2");
    add("delta <= −50%", "2");
    add("tokens > 500", "2");
    add("tokens ≤ 0.4k", "1");
    add("cost <= $0.01", "1 2");
    add("cost < 0.01", "");
    add("latency >= 1500ms", "1 2");
    add("latency > 2s", "");
    add("first-token = 120ms", "1 2");
    add("repeat = 1", "1 2 3");
    add("variant = cold", "1");
    add("variant = COLD", "1");
    add("variant = \"warm (hot)\"", "2 3");
    add("variant ~ warm", "2 3");
    add("variant !~ warm", "1");
    add("model = gpt-4.1", "1 2 3");
    add("case ~ fox", "1 2");
    add("case = \"the hen\"", "3");
    add("case ~ /^The\\s+h/", "3");
    add("fox", "1");
    add("ago", "2");
    add("\"rich fox\"", "1");
    add("rich fox", "1");   // both words
    add("\"failed\"", "2"); // the word, not the field
    add("\"(it) / said\"", "2");
    add("/rich|years/", "1 2");
    add("/RICH/", "");
    add("/RICH/i", "1");
    add("/^failed/", "2");
    add("/[/]/", "2");
    add("answer = \"a rich fox\"", "1");
    add("answer !~ fox", "2 3");
    add("check:is-json", "2");
    add("check:is-json = passed", "1");
    add("check:IS-JSON != passed", "2");
    add("check:latency", "");
    add("rated", "1 2");
    add("not rated", "3");
    add("rating = up", "1");
    add("rating < 0.5", "2");
    add("rating != down", "1 2"); // nobody knows the third
    add("rating >= 30%", "1 2");
    add("tag:terse", "1 2");
    add("not tag:long", "1 3");
    add("TAG:LONG", "2");
    add("comment ~ long", "2");
    add("comment !~ x", "2"); // where there is none nobody knows
    add("comment ~ /^Too/", "2");
    add("failed and variant ~ warm", "2 3");
    add("failed && tokens > 500", "2");
    add("passed or error", "1 3");
    add("passed || error", "1 3");
    add("passed or failed and error", "1 3"); // and binds more than or
    add("(passed or failed) and error", "3");
    add("not (passed or error)", "2");
    add("not not passed", "1");
    add("tokens>500 tokens<700", "2");
    add("variant-number = 2", "2 3");
    add("prompt-number > 1", "3");
    add("expected = yes", "1 2");
    add("expected != maybe", "1"); // nobody knows what the third should be
    add("expected ~ /^m/", "2");
    add("var:town = paris", "1");
    add("var:town ~ paulo", "2");
    add("var:town != Paris", "2 3");
    add("var:town = \"\"", "3");
    add("var:town ~ /a\\/b/", "2");
    add("var:city = Paris", ""); // there is no such variable
    add("var:city != Paris", "");
    add("VAR:town=Paris passed", "1");
    add("meta:topic = LAW", "1");
    add("meta:topic ~ a", "1 2");
    add("meta:topic != law", "2 3");
    add("meta:place = x", ""); // there is no such key
    add("META:topic ~ /^t/ failed", "2");
}

void TestFilter::filtersMatch()
{
    QFETCH(QString, expected);
    QCOMPARE(matching(QString::fromUtf8(QTest::currentDataTag()), cells()), expected);
}

void TestFilter::fieldsAreFiltered()
{
    std::vector<HandSubject> all = cells();
    for (HandSubject &each : all)
        each.object = {{u"name"_s, u"fox"_s}, {u"age"_s, 12}};
    all[0].kept->text = u"{\"name\": \"fox\", \"age\": 13}"_s;
    all[1].kept->text = u"{\"name\": \"fox\", \"town\": \"Rome\"}"_s;
    QCOMPARE(matching(u"field:name = right"_s, all), u"1 2"_s); // the third is no whole answer
    QCOMPARE(matching(u"field:age = wrong"_s, all), u"1"_s);
    QCOMPARE(matching(u"field:age = MISSING"_s, all), u"2"_s);
    QCOMPARE(matching(u"field:town = invented"_s, all), u"2"_s);
    QCOMPARE(matching(u"field:town = ungrounded"_s, all), u"2"_s);
    QCOMPARE(matching(u"field:* = ungrounded"_s, all), u"1 2"_s);
    QCOMPARE(matching(u"field:age != wrong"_s, all), u"2"_s);
    QCOMPARE(matching(u"field:town != invented"_s, all), QString()); // of the first nothing is known of a town
    QCOMPARE(matching(u"not field:age = wrong"_s, all), u"2 3"_s);
    QCOMPARE(matching(u"field:weight = missing"_s, all), QString());
    all[0].kept.reset();
    QCOMPARE(matching(u"field:age = wrong"_s, all), u"1?"_s);
    QVERIFY(needsBodies(*parseFilter(u"field:age = wrong"_s)->root));
    all[0].object = {};
    QCOMPARE(matching(u"field:age = wrong"_s, all), QString());
}

void TestFilter::mistakesAreSaid_data()
{
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("part"); ///< Of the message.
    QTest::addColumn<QString>("suggestion");
    const auto add = [](const char *filter, int position, const char *part, const char *suggestion = "") {
        QTest::newRow(filter) << position << QString::fromUtf8(part) << QString::fromUtf8(suggestion);
    };
    add("tokns > 500", 0, "did you mean “tokens”?", "tokens");
    add("failed and scor < 1", 11, "did you mean “score”?", "score");
    add("zebra = 1", 0, "There is no field “zebra”");
    add("tokens", 0, "has to be compared");
    add("tokens >", 8, "A number has to follow");
    add("model =", 7, "A name or text has to follow");
    add("tokens > many", 9, "not a number");
    add("tokens > nan", 9, "not a number");
    add("var:town", 0, "has to be compared");
    add("var: = x", 0, "The name of a variable has to follow");
    add("var:town > 3", 9, "is a text");
    add("meta: = x", 0, "A key of the metadata has to follow");
    add("field: = wrong", 0, "The name of a field has to follow");
    add("field:total = dear", 14, "right, wrong, missing, invented, ungrounded");
    add("field:total", 0, "has to be compared");
    add("tokens ~ 5", 7, "is a number");
    add("model < x", 6, "is a text");
    add("failed = 1", 7, "is not compared");
    add("(failed", 0, "closing parenthesis");
    add("failed)", 6, "never opened");
    add("()", 1, "before this parenthesis");
    add("and failed", 0, "has to stand before");
    add("failed and", 10, "has to follow “and”");
    add("failed or or passed", 10, "has to stand before");
    add("not", 3, "has to follow “not”");
    add("> 5", 0, "A field has to stand before");
    add("\"open", 0, "closing quotation mark");
    add("/open", 0, "closing /");
    add("//", 0, "empty");
    add("/a/x", 3, "no other flag");
    add("/a(/", 3, "cannot be read");
    add("check:", 0, "type of a check");
    add("tag:", 0, "A tag has to follow");
    add("tag:x = 1", 6, "is not compared");
    add("rating", 0, "has to be compared");
    add("rating > good", 9, "not a number");
    add("check:is-json = maybe", 16, "passed, failed or error");
}

void TestFilter::mistakesAreSaid()
{
    QFETCH(int, position);
    QFETCH(QString, part);
    QFETCH(QString, suggestion);
    const auto read = parseFilter(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(part), qPrintable(read.error().message));
    QCOMPARE(read.error().position, position);
    QCOMPARE(read.error().suggestion, suggestion);
}

void TestFilter::bodiesAreNeededOnlyWhereTheyDecide()
{
    std::vector<HandSubject> all = cells();
    for (HandSubject &each : all)
        each.kept.reset();
    QCOMPARE(matching(u"fox"_s, all), u"1? 2?"_s); // what has no text is known to lack it
    QCOMPARE(matching(u"differs"_s, all), u"2?"_s);
    QCOMPARE(matching(u"check:is-json"_s, all), u"2?"_s); // where all passed, none failed
    for (HandSubject &each : all)
        each.asked = 0;
    QCOMPARE(matching(u"fox and tokens > 500 and passed"_s, all), QString());
    QCOMPARE(matching(u"fox or tokens > 0 or failed"_s, all), u"1 2 3"_s);
    for (const HandSubject &each : all)
        QCOMPARE(each.asked, 0);
    QVERIFY(needsBodies(*parseFilter(u"failed and not (passed or fox)"_s)->root));
    QVERIFY(!needsBodies(*parseFilter(u"failed and case ~ /x/"_s)->root));
}

void TestFilter::wildPatternsAreStopped()
{
    const HandSubject subject = subjectOf(u"cold"_s, u"c"_s, QString(40, u'a') + u'!', Outcome::Pass, 1, 1);
    const auto read = parseFilter(uR"(/^(a+)+$/)"_s);
    QVERIFY(read);
    FilterTrouble trouble;
    QCOMPARE(filterMatch(*read->root, subject, trouble), FilterMatch::No);
    QCOMPARE(trouble.stoppedPatterns, 1);
    const auto negated = parseFilter(uR"(answer !~ /^(a+)+$/)"_s);
    QVERIFY(negated);
    QCOMPARE(filterMatch(*negated->root, subject, trouble), FilterMatch::No); // nobody knows
}

void TestFilter::deepAndLongFiltersAreRefused()
{
    QVERIFY(parseFilter(QString(30, u'(') + u"failed"_s + QString(30, u')')));
    const auto deep = parseFilter(QString(1500, u'(') + u"failed"_s + QString(1500, u')'));
    QVERIFY(!deep);
    QVERIFY2(deep.error().message.contains(u"too deeply"_s), qPrintable(deep.error().message));
    QVERIFY(!parseFilter(u"not "_s.repeated(900) + u"failed"_s));
    const auto wide = parseFilter(u"x "_s.repeated(5000));
    QVERIFY(!wide);
    QCOMPARE(wide.error().position, longestFilter);
}

void TestFilter::whatIsTypedIsCompleted_data()
{
    QTest::addColumn<QString>("expected"); ///< The first ones.
    const auto add = [](const char *typed, const char *expected) { QTest::newRow(typed) << QString::fromUtf8(expected); };
    add("to", "tokens");
    add("fail", "failed");
    add("failed", "");
    add("failed and sc", "score");
    add("tokens ", "<|>|=|<=|>=|!=");
    add("tokens > ", "");
    add("model ", "=|~|!=|!~");
    add("model = ", "gpt-4.1|\"llama (local)\"");
    add("model = lla", "\"llama (local)\"");
    add("model = \"lla", "\"llama (local)\"");
    add("check:", "check:is-json|check:not-contains");
    add("check:is-json = ", "passed|failed|error");
    add("failed (var", "variant|var:town|variant-number");
    add("var:t", "var:town");
    add("var:town ", "=|~|!=|!~");
    add("meta:", "meta:topic");
    add("field:t", "field:total");
    add("field:total = r", "right|wrong|ungrounded");
    add("tag:", "tag:terse|tag:long");
    add("rating = ", "up|down");
    add("rat", "rated|rating");
    add("model = gpt-4.1 del", "delta");
    add("/to", "");
}

void TestFilter::whatIsTypedIsCompleted()
{
    QFETCH(QString, expected);
    const QString typed = QString::fromUtf8(QTest::currentDataTag());
    const FilterNames names{{u"gpt-4.1"_s, u"llama (local)"_s},
                            {},
                            {u"cold"_s},
                            {u"is-json"_s, u"not-contains"_s},
                            {u"town"_s},
                            {u"terse"_s, u"long"_s},
                            {u"topic"_s},
                            {u"total"_s}};
    const FilterCompletions found = filterCompletions(typed, typed.size(), names);
    QStringList texts;
    for (const FilterCompletion &each : found.all)
        texts += each.text;
    QCOMPARE(texts.join(u'|'), expected);
    if (!texts.isEmpty() && !typed.endsWith(u' ')) {
        const QString whole = QString(typed).replace(found.start, found.length, texts.first());
        QVERIFY2(whole.size() >= typed.size() && whole.startsWith(typed.first(found.start)), qPrintable(whole));
    }
}

void TestFilter::itIsSaidWhyNothingMatches()
{
    const FilterNames names{{u"gpt-4.1"_s}, {},           {u"cold"_s, u"warm"_s}, {u"is-json"_s},
                            {u"town"_s},    {u"terse"_s}, {u"topic"_s},           {u"total"_s}};
    const auto why = [&names](const QString &filter, const QList<std::optional<int>> &alone) {
        return whyNothingMatches(*parseFilter(filter), alone, names);
    };
    QCOMPARE(why(u"better"_s, {}), u"Nothing matches “better”."_s);
    QCOMPARE(why(u"failed and tokens > 500 and fox"_s, {12, 0, std::nullopt}),
             u"No case has a cell that meets all of these conditions:\n“failed” alone matches 12 cases\n"
             "“tokens > 500” alone matches nothing\n“fox”"_s);
    QCOMPARE(why(u"faild"_s, {}), u"Nothing matches “faild”.\n“faild” is looked for in the answers; did you mean “failed”?"_s);
    QCOMPARE(why(u"variant = wram"_s, {}),
             u"Nothing matches “variant = wram”.\nNo variant is called “wram”; did you mean “warm”?"_s);
    QCOMPARE(why(u"failed (model = zebra)"_s, {1, 0}).section(u'\n', -1), u"No model is called “zebra”; there are: gpt-4.1"_s);
    QCOMPARE(why(u"tag:trese"_s, {}).section(u'\n', -1), u"No answer has the tag “trese”; did you mean “terse”?"_s);
    QCOMPARE(why(u"not check:is-jsn"_s, {}).section(u'\n', -1), u"No case has a check “is-jsn”; did you mean “is-json”?"_s);
    QCOMPARE(why(u"meta:tpic = law"_s, {}).section(u'\n', -1), u"No case has metadata “tpic”; did you mean “topic”?"_s);
    QCOMPARE(why(u"field:totl = wrong"_s, {}).section(u'\n', -1), u"No case expects a field “totl”; did you mean “total”?"_s);
    QCOMPARE(why(u"field:* = wrong"_s, {}), u"Nothing matches “field:* = wrong”."_s);
    QCOMPARE(why(u"var:twon = Paris"_s, {}).section(u'\n', -1), u"No case has a variable “twon”; did you mean “town”?"_s);
}

void TestFilter::namesAreQuotedWhereTheyMustBe()
{
    for (const QString &name :
         {u"plain"_s, u"two words"_s, u"a\"b"_s, u"back\\slash \""_s, u"x=y"_s, u"not"_s, u"/x/"_s, u"“q”"_s}) {
        const FilterTokens tokens = filterTokens(filterQuoted(name));
        QVERIFY2(!tokens.error && tokens.tokens.size() == 1, qPrintable(filterQuoted(name)));
        QCOMPARE(tokens.tokens.first().text, name);
    }
}

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
