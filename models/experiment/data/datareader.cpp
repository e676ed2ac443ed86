// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/data/datareader.h"

#include "models/experiment/data/jsonreader.h"
#include "models/experiment/data/yamlreader.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Bytes of UTF-8 that begin a character.
int charactersIn(QByteArrayView bytes)
{
    return static_cast<int>(
        std::count_if(bytes.begin(), bytes.end(), [](char c) { return (static_cast<uchar>(c) & 0xC0) != 0x80; }));
}

Error errorAtOffset(const QByteArray &text, const QString &path, qsizetype offset, const QString &detail)
{
    Error error;
    error.kind = ErrorKind::Syntax;
    error.detail = detail;
    error.place = path;
    const QByteArrayView before(text.constData(), offset);
    error.line = static_cast<int>(before.count('\n')) + 1;
    error.column = charactersIn(before.sliced(before.lastIndexOf('\n') + 1)) + 1;
    return error;
}

/// Offset of the first byte that no text file has, or −1.
qsizetype firstBadByte(const QByteArray &text)
{
    const qsizetype nul = text.indexOf('\0');
    if (text.isValidUtf8())
        return nul;
    // The slow way only for a file that is refused anyway: by halves to the first bad byte.
    qsizetype good = 0;
    qsizetype bad = text.size();
    while (bad - good > 1) {
        const qsizetype middle = good + (bad - good) / 2;
        QStringDecoder probe(QStringDecoder::Utf8);
        const QString part = probe(QByteArrayView(text).first(middle));
        (probe.hasError() ? bad : good) = middle;
    }
    // A character that was begun and not ended is seen one to three bytes after its first.
    const auto endsInside = [&text](qsizetype size) {
        QStringDecoder probe(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString part = probe(QByteArrayView(text).first(size));
        return probe.hasError();
    };
    while (good > 0 && endsInside(good))
        --good;
    return nul >= 0 ? std::min(nul, good) : good;
}

/// UTF-16 with a byte order mark as UTF-8; other bytes as they are, without UTF-8's mark.
Result<QByteArray> bytesAsUtf8(const QByteArray &given, const QString &path)
{
    if (given.startsWith("\xEF\xBB\xBF"))
        return given.sliced(3);
    if (!given.startsWith("\xFF\xFE") && !given.startsWith("\xFE\xFF"))
        return given;
    const bool isBig = given.startsWith('\xFE');
    QStringDecoder decoder(isBig ? QStringDecoder::Utf16BE : QStringDecoder::Utf16LE, QStringDecoder::Flag::Stateless);
    const QString text = decoder(QByteArrayView(given).sliced(2));
    if (decoder.hasError() || given.size() % 2 != 0 || !text.isValidUtf16()) {
        return failure(ErrorKind::Syntax, QCoreApplication::translate("ExperimentFile", "This UTF-16 text is incomplete."), path);
    }
    return text.toUtf8();
}

/// The text of a document, and what it looks like.
Result<DataDocument> textDocument(const QByteArray &given, const QString &path)
{
    DataDocument document;
    document.path = path;
    const Result<QByteArray> utf8 = bytesAsUtf8(given, path);
    if (!utf8)
        return std::unexpected(utf8.error());
    document.text = *utf8;
    if (const qsizetype bad = firstBadByte(document.text); bad >= 0) {
        return std::unexpected(
            errorAtOffset(document.text, path, bad, QCoreApplication::translate("ExperimentFile", "This is not text in UTF-8.")));
    }
    const QByteArrayView trimmed = QByteArrayView(document.text).trimmed();
    if (trimmed.startsWith('{') || trimmed.startsWith('['))
        document.format = DataFormat::Json;
    return document;
}

/// YAML may begin with a bracket too ("{a: 1}"). In a file that is named so the JSON reader's message is the right one.
bool isNamedJson(const QString &path)
{
    return path.endsWith(".json"_L1, Qt::CaseInsensitive) || path.endsWith(".jsonl"_L1, Qt::CaseInsensitive);
}

/// yaml-cpp counts bytes where a person counts characters.
Error placedError(const DataDocument &document, const Error &error)
{
    if (error.line <= 0 || document.format != DataFormat::Yaml)
        return error;
    DataNode at;
    at.line = error.line;
    at.column = error.column;
    return dataError(document, at, error.detail);
}

} // namespace

Result<QString> readText(const QByteArray &bytes, const QString &path)
{
    const Result<QByteArray> text = bytesAsUtf8(bytes, path);
    if (!text)
        return std::unexpected(text.error());
    if (const qsizetype bad = firstBadByte(*text); bad >= 0) {
        return std::unexpected(
            errorAtOffset(*text, path, bad, QCoreApplication::translate("ExperimentFile", "This is not text in UTF-8.")));
    }
    return exactText(*text);
}

Result<DataDocument> readData(const QByteArray &given, const QString &path)
{
    Result<DataDocument> document = textDocument(given, path);
    if (!document)
        return document;
    if (document->text.size() > maxDataBytes) {
        return failure(
            ErrorKind::Syntax,
            QCoreApplication::translate("ExperimentFile", "The file is larger than %1 MB.").arg(maxDataBytes / (1024 * 1024)),
            path);
    }
    Result<DataPtr> root;
    if (document->format == DataFormat::Json) {
        root = readJsonTree(document->text, path);
        if (!root && !isNamedJson(path)) {
            document->format = DataFormat::Yaml;
            root = readYamlTree(document->text, path);
        }
    } else {
        root = readYamlTree(document->text, path);
    }
    if (!root)
        return std::unexpected(placedError(*document, root.error()));
    document->root = *root;
    return document;
}

Result<void> readDataItems(const QByteArray &given, const QString &path, const TakeDataItem &take)
{
    Result<DataDocument> document = textDocument(given, path);
    if (!document)
        return std::unexpected(document.error());
    // What was handed over cannot be taken back, so it must be known before which of the two it is.
    const auto isRead = [](const DataPtr &) { return true; };
    if (document->format == DataFormat::Json && !isNamedJson(path) && !readJsonItems(document->text, path, isRead))
        document->format = DataFormat::Yaml;
    const auto takeItem = [&document, &take](const DataPtr &item) { return take(*document, item); };
    const Result<DataPtr> rest = document->format == DataFormat::Json ? readJsonItems(document->text, path, takeItem)
                                                                      : readYamlItems(document->text, path, takeItem);
    if (!rest)
        return std::unexpected(placedError(*document, rest.error()));
    if (!(*rest)->isSequence() && !(*rest)->isNull())
        take(*document, *rest);
    return {};
}

QString exactText(QByteArrayView bytes)
{
    const QByteArrayView mark("\xEF\xBB\xBF");
    if (!bytes.startsWith(mark))
        return bytes.isEmpty() ? u""_s : QString::fromUtf8(bytes);
    QString text;
    for (; bytes.startsWith(mark); bytes = bytes.sliced(mark.size()))
        text += QChar(QChar::ByteOrderMark);
    return text + QString::fromUtf8(bytes);
}

Error dataError(const DataDocument &document, const DataNode &at, const QString &detail)
{
    Error error;
    error.kind = ErrorKind::Syntax;
    error.detail = detail;
    error.place = document.path;
    error.line = at.line > 0 ? at.line + document.linesBefore : 0;
    error.column = at.column;
    if (document.format == DataFormat::Json || at.column < 1)
        return error;
    qsizetype start = 0;
    for (int line = 1; line < at.line && start >= 0; ++line)
        start = document.text.indexOf('\n', start) + 1;
    const qsizetype length = std::min<qsizetype>(at.column - 1, document.text.size() - start);
    error.column = charactersIn(QByteArrayView(document.text).sliced(start, length)) + 1;
    return error;
}

} // namespace Tempera
