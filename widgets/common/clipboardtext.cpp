// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/clipboardtext.h"

#include <QMimeData>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

bool beginsWithUtf16Mark(const QByteArray &bytes)
{
    return bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF");
}

QString decodedClipboard(const QByteArray &bytes, const QByteArray &charset)
{
    QStringDecoder decoder(charset.constData());
    return decoder.isValid() ? decoder(bytes) : QString();
}

QString withoutMark(QString text)
{
    if (text.startsWith(QChar::ByteOrderMark))
        text.removeFirst();
    return text;
}

} // namespace

QString clipboardText(const QMimeData *data)
{
    if (!data)
        return {};
    if (const QByteArray plain = data->data(u"text/plain"_s); beginsWithUtf16Mark(plain))
        return withoutMark(decodedClipboard(plain, "UTF-16"));
    if (data->hasText())
        return withoutMark(data->text());
    const QStringList formats = data->formats();
    for (const QString &format : formats) {
        const qsizetype at = format.indexOf("charset="_L1, 0, Qt::CaseInsensitive);
        if (!format.startsWith("text/"_L1) || at < 0)
            continue;
        const QString charset = format.sliced(at + 8).remove(u'"');
        if (const QString text = withoutMark(decodedClipboard(data->data(format), charset.toLatin1())); !text.isEmpty())
            return text;
    }
    return {};
}

} // namespace Tempera
