// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/prompt/renderedtext.h"

#include "models/core/counted.h"
#include "models/items/celltext.h"
#include "models/text/displaytext.h"
#include "widgets/common/appearance.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Characters of a text that are shown.
constexpr qsizetype mostShown = 100'000;
/// And of an image's address.
constexpr qsizetype mostAddress = 200;

QString renderedWords(const char *source)
{
    return QCoreApplication::translate("RenderedPane", source);
}

QString roleTitle(Role role)
{
    switch (role) {
    case Role::System: return renderedWords(QT_TRANSLATE_NOOP("RenderedPane", "System"));
    case Role::User: return renderedWords(QT_TRANSLATE_NOOP("RenderedPane", "User"));
    case Role::Assistant: return renderedWords(QT_TRANSLATE_NOOP("RenderedPane", "Assistant"));
    }
    return {};
}

QString cutNote(qsizetype left)
{
    return counted(QCoreApplication::translate("RenderedPane", "… and %1 more character(s)", nullptr, countForm(left)), left)
        .arg(CellText::number(left));
}

/// A part that is no text, by its kind and size.
QString partPlaceholder(const MessagePart &part)
{
    const auto named = [](const QString &name, qsizetype bytes) {
        return renderedWords(QT_TRANSLATE_NOOP("RenderedPane", "[%1, %2]")).arg(name, QLocale().formattedDataSize(bytes));
    };
    if (const auto *other = std::get_if<OtherPart>(&part))
        return named(other->type, other->json.size());
    const auto &image = std::get<ImagePart>(part);
    if (image.data.isEmpty())
        return renderedWords(QT_TRANSLATE_NOOP("RenderedPane", "[image at %1]"))
            .arg(image.address.first(std::min(image.address.size(), mostAddress)));
    return named(image.mediaType.isEmpty() ? renderedWords(QT_TRANSLATE_NOOP("RenderedPane", "image")) : image.mediaType,
                 image.data.size());
}

void writeParts(QTextCursor &cursor, const MessageParts &parts, const QPalette &palette)
{
    QTextCharFormat format;
    format.setForeground(mutedColour(palette));
    format.setFontItalic(true);
    for (const MessagePart &part : parts) {
        if (&part != &parts.constFirst())
            cursor.insertText(u"\n"_s, QTextCharFormat());
        if (const auto *text = std::get_if<TextPart>(&part))
            cursor.insertText(shortenedText(text->text), QTextCharFormat());
        else
            cursor.insertText(DisplayText::of(partPlaceholder(part)), format);
    }
}

void writeMessage(QTextCursor &cursor, const RenderedMessage &message, const QPalette &palette)
{
    const QTextCharFormat plain;
    const qsizetype shown = std::min(message.text.size(), mostShown);
    qsizetype at = 0;
    for (const FilledSpan &span : message.filled) {
        if (span.from >= shown)
            break;
        cursor.insertText(DisplayText::of(QStringView(message.text).sliced(at, span.from - at)), plain);
        QTextCharFormat format;
        format.setUnderlineStyle(span.isMissing ? QTextCharFormat::WaveUnderline : QTextCharFormat::DotLine);
        if (span.isMissing)
            format.setUnderlineColor(outcomeColour(Outcome::Fail, palette));
        else
            format.setBackground(filledBackground(palette));
        const qsizetype end = std::min(shown, span.from + span.length);
        cursor.insertText(DisplayText::of(QStringView(message.text).sliced(span.from, end - span.from)), format);
        at = end;
    }
    cursor.insertText(DisplayText::of(QStringView(message.text).sliced(at, shown - at)), plain);
    if (shown < message.text.size())
        cursor.insertText(u'\n' + cutNote(message.text.size() - shown), plain);
}

} // namespace

void writeRendered(QTextDocument &document, const QList<RenderedMessage> &messages, const QPalette &palette)
{
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.removeSelectedText();
    QTextCharFormat head;
    head.setFontWeight(QFont::Bold);
    head.setForeground(mutedColour(palette));
    for (const RenderedMessage &message : messages) {
        if (&message != &messages.constFirst())
            cursor.insertText(u"\n\n"_s, QTextCharFormat());
        cursor.insertText(roleTitle(message.role) + u'\n', head);
        if (message.parts.isEmpty())
            writeMessage(cursor, message, palette);
        else
            writeParts(cursor, message.parts, palette);
    }
    cursor.endEditBlock();
}

QString shortenedText(const QString &text)
{
    if (text.size() <= mostShown)
        return DisplayText::of(text);
    return DisplayText::of(QStringView(text).first(mostShown)) + u'\n' + cutNote(text.size() - mostShown);
}

} // namespace Tempera
