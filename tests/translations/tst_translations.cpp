// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testpaths.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

struct Entry {
    QString context;
    QString source;
    QStringList forms; ///< One, or one for each grammatical number.
    QString type;      ///< "unfinished", "vanished", or empty.
};

QList<Entry> readTranslations(const QString &language)
{
    QFile file(sourcePath(u"translations/tempera_%1.ts"_s).arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Entry> entries;
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            entries.append(Entry{context, {}, {}, {}});
        } else if (xml.name() == "source"_L1) {
            entries.last().source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            entries.last().type = xml.attributes().value("type"_L1).toString();
            QString text;
            while (xml.readNext() != QXmlStreamReader::EndElement || xml.name() != "translation"_L1) {
                if (xml.isStartElement() && xml.name() == "numerusform"_L1)
                    entries.last().forms.append(xml.readElementText());
                else if (xml.isCharacters())
                    text += xml.text();
            }
            if (entries.last().forms.isEmpty())
                entries.last().forms.append(text);
        }
    }
    return xml.hasError() ? QList<Entry>() : entries;
}

/// %1, %n, %L2 … as a set.
QSet<QString> placeholders(const QString &text)
{
    static const QRegularExpression place(u"%(?:L?\\d+|n)"_s);
    QSet<QString> found;
    for (auto match = place.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured());
    return found;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsTranslated_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << u"de"_s;
        QTest::newRow("Simplified Chinese") << u"zh_CN"_s;
    }

    void everythingIsTranslated()
    {
        QFETCH(QString, language);
        const QList<Entry> entries = readTranslations(language);
        QVERIFY2(entries.size() > 100, qPrintable(QString::number(entries.size())));
        QStringList found;
        for (const Entry &entry : entries) {
            const QString name = entry.context + u": "_s + entry.source;
            if (!entry.type.isEmpty())
                found.append(name + u" is "_s + entry.type);
            for (const QString &form : entry.forms) {
                if (form.isEmpty())
                    found.append(name + u" is empty"_s);
                // A singular may say "one" instead of the number.
                QSet<QString> missing = placeholders(entry.source) - placeholders(form);
                if (entry.forms.size() > 1)
                    missing.remove(u"%n"_s);
                if (!missing.isEmpty() || !(placeholders(form) - placeholders(entry.source)).isEmpty())
                    found.append(name + u" has other placeholders: "_s + form);
            }
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void bothLanguagesKnowTheSameTexts()
    {
        QSet<QString> german;
        QSet<QString> chinese;
        for (const Entry &entry : readTranslations(u"de"_s))
            german.insert(entry.context + u'\n' + entry.source);
        for (const Entry &entry : readTranslations(u"zh_CN"_s))
            chinese.insert(entry.context + u'\n' + entry.source);
        QCOMPARE(german, chinese);
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
