// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/markdownpane.h"

#include "models/text/displaytext.h"
#include "widgets/common/plaintooltips.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextDocumentFragment>

#include <algorithm>
#include <chrono>
#include <memory>
#include <ranges>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A stretch of a document that is a link or a picture.
struct OutsideReference {
    int start = 0;
    int length = 0;
    QTextCharFormat format;
};

QList<OutsideReference> outsideReferences(const QTextDocument &document)
{
    QList<OutsideReference> found;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            if (fragment.charFormat().isImageFormat() || fragment.charFormat().isAnchor())
                found += {fragment.position(), fragment.length(), fragment.charFormat()};
        }
    }
    return found;
}

QTextCharFormat withoutLink(QTextCharFormat format)
{
    const QString target = format.anchorHref();
    format.setAnchor(false);
    format.clearProperty(QTextFormat::AnchorHref);
    format.clearForeground();
    format.setToolTip(plainToolTip(target)); // shown by Qt's own text control
    return format;
}

/// Before the document is laid out, which would look for the pictures.
void cutOutsideReferences(QTextDocument &document)
{
    const QList<OutsideReference> references = outsideReferences(document);
    QTextCursor cursor(&document);
    for (const OutsideReference &reference : references | std::views::reverse) {
        cursor.setPosition(reference.start);
        cursor.setPosition(reference.start + reference.length, QTextCursor::KeepAnchor);
        if (!reference.format.isImageFormat()) {
            cursor.setCharFormat(withoutLink(reference.format));
            continue;
        }
        const QTextImageFormat picture = reference.format.toImageFormat();
        const QString alt = picture.property(QTextFormat::ImageAltText).toString();
        const QString name = DisplayText::of(alt.isEmpty() ? picture.name() : alt);
        cursor.insertText(MarkdownPane::tr("[picture: %1]").arg(name), QTextCharFormat());
    }
}

} // namespace

MarkdownPane::MarkdownPane(QWidget *parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusPolicy(Qt::StrongFocus);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &MarkdownPane::render);
}

QVariant MarkdownPane::loadResource(int type, const QUrl &name)
{
    Q_UNUSED(type)
    Q_UNUSED(name)
    return {};
}

void MarkdownPane::showText(const QString &text, bool isWhole)
{
    m_text = text;
    if (isWhole)
        render();
    else if (!m_timer.isActive())
        m_timer.start();
}

void MarkdownPane::render()
{
    m_timer.stop();
    if (m_text == m_rendered && !m_rendered.isNull())
        return;
    m_rendered = m_text;
    QElapsedTimer time;
    time.start();
    auto next = std::make_unique<QTextDocument>();
    next->setUndoRedoEnabled(false);
    next->setDefaultFont(font());
    if (m_text.size() <= longestRendered) {
        next->setMarkdown(DisplayText::of(m_text),
                          QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
        cutOutsideReferences(*next);
    } else {
        next->setPlainText(DisplayText::of(m_text));
    }
    const int position = verticalScrollBar()->value();
    const bool follows = position > 0 && position >= verticalScrollBar()->maximum();
    QTextDocument *shown = next.release();
    shown->setParent(this);
    setDocument(shown); // deletes the one before, which was a child too
    verticalScrollBar()->setValue(follows ? verticalScrollBar()->maximum() : position);
    // Rendering takes at most a tenth of the time.
    m_timer.setInterval(std::max(250ms, 10 * std::chrono::milliseconds(time.elapsed())));
}

} // namespace Tempera
