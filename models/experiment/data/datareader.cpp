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
    DataDocument document;
    document.path = path;
    const Result<QByteArray> utf8 = bytesAsUtf8(given, path);
    if (!utf8)
        return std::unexpected(utf8.error());
    document.text = *utf8;
    const QByteArray &text = document.text;
    if (text.size() > maxDataBytes) {
        return failure(
            ErrorKind::Syntax,
            QCoreApplication::translate("ExperimentFile", "The file is larger than %1 MB.").arg(maxDataBytes / (1024 * 1024)),
            path);
    }
    if (const qsizetype bad = firstBadByte(text); bad >= 0) {
        return std::unexpected(
            errorAtOffset(text, path, bad, QCoreApplication::translate("ExperimentFile", "This is not text in UTF-8.")));
    }

    const QByteArray trimmed = text.trimmed();
    const bool looksLikeJson = trimmed.startsWith('{') || trimmed.startsWith('[');
    Result<DataPtr> root;
    if (looksLikeJson) {
        document.format = DataFormat::Json;
        root = readJsonTree(text, path);
        // YAML may begin with a bracket too ("{a: 1}"). In a .json file the JSON reader's message is the right one.
        const bool named = path.endsWith(".json"_L1, Qt::CaseInsensitive) || path.endsWith(".jsonl"_L1, Qt::CaseInsensitive);
        if (!root && !named) {
            document.format = DataFormat::Yaml;
            root = readYamlTree(text, path);
        }
    } else {
        root = readYamlTree(text, path);
    }
    if (!root) {
        Error error = root.error();
        if (error.line > 0 && document.format == DataFormat::Yaml) {
            DataNode at;
            at.line = error.line;
            at.column = error.column;
            error = dataError(document, at, error.detail);
        }
        return std::unexpected(error);
    }
    document.root = *root;
    return document;
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
