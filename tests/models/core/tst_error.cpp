// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/error.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// Every kind, by walking the enumeration.
QList<ErrorKind> allKinds()
{
    QList<ErrorKind> kinds;
    for (int i = 0; i <= static_cast<int>(ErrorKind::Internal); ++i)
        kinds.append(static_cast<ErrorKind>(i));
    return kinds;
}

} // namespace

class ErrorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasAWordAndASentence()
    {
        QSet<QString> names, sentences;
        for (const ErrorKind kind : allKinds()) {
            const QString name = errorKindName(kind);
            QVERIFY(!name.isEmpty());
            names.insert(name);
            QCOMPARE(errorKindFromName(name), kind);
            const QString sentence = errorSentence(failure(kind, {}).error());
            QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
            sentences.insert(sentence);
        }
        QCOMPARE(names.size(), allKinds().size());
        QCOMPARE(sentences.size(), allKinds().size());
        QCOMPARE(errorKindFromName(u"no such word"_s), ErrorKind::Internal);
    }

    void sentences_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("sentence");
        Error syntax = failure(ErrorKind::Syntax, u"unexpected end"_s, u"lamps.yaml"_s).error();
        QTest::newRow("place and detail") << syntax << u"lamps.yaml: unexpected end"_s;
        syntax.line = 3;
        QTest::newRow("line") << syntax << u"lamps.yaml:3: unexpected end"_s;
        syntax.column = 7;
        QTest::newRow("column") << syntax << u"lamps.yaml:3:7: unexpected end"_s;
        syntax.line = 0;
        QTest::newRow("column without line") << syntax << u"lamps.yaml: unexpected end"_s;
        Error parameter = failure(ErrorKind::UnsupportedParameter, {}).error();
        parameter.parameter = u"top_k"_s;
        QTest::newRow("parameter") << parameter << u"The model does not take a parameter (top_k). Unset it for this variant."_s;
        parameter.detail = u"top_k is not supported"_s;
        QTest::newRow("parameter in the detail")
            << parameter << u"The model does not take a parameter. top_k is not supported. Unset it for this variant."_s;
        QTest::newRow("only a kind") << failure(ErrorKind::Cancelled, {}).error() << u"Stopped."_s;
        QTest::newRow("advice") << failure(ErrorKind::Network, u"Connection refused."_s).error()
                                << u"The connection failed. Connection refused. Check the address and whether the server runs."_s;
    }

    void sentences()
    {
        QFETCH(Error, error);
        QFETCH(QString, sentence);
        QCOMPARE(errorSentence(error), sentence);
    }

    void messages_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("message");
        Error syntax = failure(ErrorKind::Syntax, u"unexpected end"_s, u"/home/me/lamps.yaml"_s).error();
        QTest::newRow("file") << syntax << u"Unexpected end (lamps.yaml)"_s;
        syntax.line = 3;
        syntax.column = 7;
        QTest::newRow("line and column") << syntax << u"Unexpected end (lamps.yaml, line 3, column 7)"_s;
        syntax.detail = u"\"x\" is kept but ignored."_s;
        QTest::newRow("a whole sentence") << syntax << u"\"x\" is kept but ignored (lamps.yaml, line 3, column 7)."_s;
        QTest::newRow("address and advice")
            << failure(ErrorKind::Network, u"Connection refused."_s, u"https://one.example/v1"_s).error()
            << u"The connection failed. Connection refused (https://one.example/v1). Check the address and whether the server runs."_s;
        QTest::newRow("model")
            << failure(ErrorKind::ModelMissing, u"no such file"_s, u"local:org/name"_s).error()
            << u"There is no such model. no such file (local:org/name). The library lists the available models."_s;
        QTest::newRow("nowhere") << failure(ErrorKind::Cancelled, {}).error() << u"Stopped."_s;
    }

    void messages()
    {
        QFETCH(Error, error);
        QFETCH(QString, message);
        QCOMPARE(errorMessage(error), message);
    }

    void whatMayBeTriedAgain()
    {
        const QSet<ErrorKind> again{ErrorKind::Network, ErrorKind::Timeout, ErrorKind::RateLimited, ErrorKind::ServerFault};
        for (const ErrorKind kind : allKinds())
            QCOMPARE(isRetryable(failure(kind, {}).error()), again.contains(kind));
    }

    void aFailureIsAResult()
    {
        const Result<int> result = failure(ErrorKind::File, u"gone"_s, u"/x"_s);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::File);
        QCOMPARE(result.error().detail, u"gone"_s);
        QCOMPARE(result.error().place, u"/x"_s);
        QCOMPARE(result.error().line, 0);
    }
};

QTEST_GUILESS_MAIN(ErrorTest)
#include "tst_error.moc"
