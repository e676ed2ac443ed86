// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resources/syntax/syntaxresources.h"
#include "tests/support/testpaths.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

QString readAll(const QString &name)
{
    QFile file(testDataPath(u"syntax/"_s) + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Writes each line as "⟦Format⟧text⟦Format⟧text".
class Marker : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    QStringList mark(const QString &text)
    {
        QStringList lines;
        KSyntaxHighlighting::State state;
        for (const QString &line : text.split(u'\n')) {
            m_line = line;
            m_marked.clear();
            m_last.clear();
            state = highlightLine(line, state);
            lines << m_marked;
        }
        return lines;
    }

    /// Formats of the definition that the spelling is checked in.
    [[nodiscard]] QStringList spelled() const
    {
        QStringList names;
        for (const auto &format : definition().formats()) {
            if (format.spellCheck())
                names << format.name();
        }
        return names;
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (length == 0)
            return;
        if (format.name() != m_last)
            m_marked += u'⟦' + format.name() + u'⟧';
        m_last = format.name();
        m_marked += QStringView(m_line).sliced(offset, length);
    }

private:
    QString m_line;
    QString m_marked;
    QString m_last;
};

} // namespace

class TestPromptSyntax : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isFound();
    void highlightsAsBefore();
    void showsTagsEverywhere_data();
    void showsTagsEverywhere();
    void spellsProseOnly();

private:
    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
    Marker m_marker;
};

void TestPromptSyntax::initTestCase()
{
    // The library warns of each fault in a definition.
    QTest::failOnWarning(QRegularExpression(u"."_s));
    Tempera::initSyntaxResources();
    Tempera::initSyntaxResources();
    m_repository = std::make_unique<KSyntaxHighlighting::Repository>();
    m_marker.setDefinition(m_repository->definitionForName(u"Tempera Prompt"_s));
    m_marker.setTheme(m_repository->defaultTheme());
}

void TestPromptSyntax::isFound()
{
    const auto definition = m_repository->definitionForName(u"Tempera Prompt"_s);
    QVERIFY(definition.isValid());
    QCOMPARE(definition.section(), u"Markup"_s);
    QVERIFY(definition.includedDefinitions().size() >= 1);
    QCOMPARE(m_repository->definitionForFileName(u"x.prompt"_s).name(), u"Tempera Prompt"_s);
}

void TestPromptSyntax::highlightsAsBefore()
{
    QTest::failOnWarning(QRegularExpression(u"."_s));
    const QStringList marked = m_marker.mark(readAll(u"sample.prompt"_s));
    QVERIFY(marked.size() > 20);
    const QStringList expected = readAll(u"sample.ref"_s).split(u'\n');
    if (marked != expected) {
        // For a look at all of it: what a new sample.ref would be.
        QFile actual(u"sample.ref.actual"_s);
        QVERIFY(actual.open(QIODevice::WriteOnly));
        actual.write(marked.join(u'\n').toUtf8());
    }
    for (qsizetype i = 0; i < std::min(marked.size(), expected.size()); ++i)
        QCOMPARE(marked[i], expected[i]);
    QCOMPARE(marked.size(), expected.size());
}

void TestPromptSyntax::showsTagsEverywhere_data()
{
    QTest::addColumn<QString>("source");
    for (const char *source : {"{{ x }}",
                               "# {{ x }}",
                               "- {{ x }}",
                               "  * a {{ x }}",
                               "12. {{ x }}",
                               "> {{ x }}",
                               "**{{ x }}**",
                               "`{{ x }}`",
                               "```\n{{ x }}\n```",
                               "*a {{ x }} b*",
                               "_a {{ x }}_",
                               "<b>{{ x }}</b>",
                               "[{{ x }}](y)",
                               "| {{ x }} |",
                               "    {{ x }}",
                               "~~{{ x }}~~",
                               "a_b {{ x }} c_d",
                               "***{{ x }}***",
                               "<!-- {{ x }} -->",
                               "<a b=\"{{ x }}\">",
                               "[a]({{ x }})",
                               "http://x.org/{{ x }}",
                               "&amp; {{ x }}",
                               "{\"a\": \"{{ x }}\"}",
                               "<!--\n{{ x }}\n-->",
                               "{% if y\n%}*{{ x }}*",
                               "---\na: {{ x }}\n---"})
        QTest::newRow(source) << QString::fromLatin1(source);
}

void TestPromptSyntax::showsTagsEverywhere()
{
    QFETCH(QString, source);
    const QString marked = m_marker.mark(source).join(u'\n');
    QVERIFY2(marked.contains(u"⟦Bracket⟧{{⟦Expression⟧ ⟦Name⟧x⟦Expression⟧ ⟦Bracket⟧}}"_s), qPrintable(marked));
}

void TestPromptSyntax::spellsProseOnly()
{
    QCOMPARE(m_marker.spelled(), (QStringList{u"Text"_s, u"Heading"_s, u"List"_s, u"Quote"_s, u"Strong"_s, u"Comment"_s}));
}

QTEST_GUILESS_MAIN(TestPromptSyntax)
#include "tst_promptsyntax.moc"
