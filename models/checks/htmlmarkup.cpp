// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/markup.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype mostHtml = 10 * 1024 * 1024; // characters

const QSet<QString> &htmlElements()
{
    static const QStringList names =
        u"html head title base link meta style body article section nav aside h1 h2 h3 h4 h5 h6 hgroup "
        "header footer address main p hr pre blockquote ol ul li dl dt dd figure figcaption div a em "
        "strong small s cite q dfn abbr data time code var samp kbd sub sup i b u mark ruby rt rp bdi "
        "bdo span br wbr picture source img iframe embed object param video audio track map area svg "
        "math script noscript canvas ins del table caption colgroup col tbody thead tfoot tr td th "
        "form label input button select datalist optgroup option textarea output progress meter "
        "fieldset legend details summary dialog menu slot template search"_s.split(u' ', Qt::SkipEmptyParts);
    static const QSet<QString> set(names.begin(), names.end());
    return set;
}

bool isVoidElement(const QString &name)
{
    static const QSet<QString> names{u"area"_s,  u"base"_s, u"br"_s,   u"col"_s,   u"embed"_s,  u"hr"_s,    u"img"_s,
                                     u"input"_s, u"link"_s, u"meta"_s, u"param"_s, u"source"_s, u"track"_s, u"wbr"_s};
    return names.contains(name);
}

bool isWrapperElement(const QString &name)
{
    return name == "html"_L1 || name == "head"_L1 || name == "body"_L1;
}

/// Elements that end a paragraph before them.
bool endsParagraph(const QString &name)
{
    static const QSet<QString> names{u"address"_s, u"article"_s, u"aside"_s, u"blockquote"_s, u"div"_s, u"dl"_s, u"fieldset"_s,
                                     u"footer"_s,  u"form"_s,    u"h1"_s,    u"h2"_s,         u"h3"_s,  u"h4"_s, u"h5"_s,
                                     u"h6"_s,      u"header"_s,  u"hr"_s,    u"main"_s,       u"nav"_s, u"ol"_s, u"p"_s,
                                     u"pre"_s,     u"section"_s, u"table"_s, u"ul"_s};
    return names.contains(name);
}

/// What a text is as HTML, read loosely as browsers do.
struct HtmlReading {
    bool hasElement = false;   ///< One that HTML knows, or a custom one.
    bool hasBody = false;      ///< The tag is written.
    bool hasLooseText = false; ///< In no element but html, head and body.
};

class HtmlWalk
{
public:
    HtmlReading read(const QString &text)
    {
        static const QRegularExpression piece(
            uR"(<!--.*?(?:-->|$)|<[!?][^>]*>|<(/?)([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>)"_s,
            QRegularExpression::DotMatchesEverythingOption);
        qsizetype at = 0;
        while (at < text.size()) {
            const QRegularExpressionMatch match = piece.match(text, at);
            takeText(QStringView(text).sliced(at, (match.hasMatch() ? match.capturedStart() : text.size()) - at));
            if (!match.hasMatch())
                break;
            at = match.capturedEnd();
            const QString name = match.captured(2).toLower();
            if (name.isEmpty())
                continue;
            match.capturedLength(1) > 0 ? close(name) : open(name, match.capturedView(3));
            if (match.capturedLength(1) == 0 && holdsRawText(name))
                at = std::max(at, endOfRawText(text, name, at));
        }
        return m_reading;
    }

private:
    static bool holdsRawText(const QString &name)
    {
        return name == "script"_L1 || name == "style"_L1 || name == "textarea"_L1 || name == "title"_L1;
    }

    static qsizetype endOfRawText(const QString &text, const QString &name, qsizetype from)
    {
        const qsizetype end = text.indexOf(u"</"_s + name, from, Qt::CaseInsensitive);
        return end < 0 ? text.size() : end;
    }

    void takeText(QStringView text)
    {
        if (m_open.isEmpty() && !text.trimmed().isEmpty())
            m_reading.hasLooseText = true;
    }

    void open(const QString &name, QStringView)
    {
        m_reading.hasElement = m_reading.hasElement || htmlElements().contains(name) || name.contains(u'-');
        m_reading.hasBody = m_reading.hasBody || name == "body"_L1;
        if (isWrapperElement(name) || isVoidElement(name))
            return;
        if (!m_open.isEmpty() && m_open.constLast() == "p"_L1 && endsParagraph(name))
            m_open.removeLast();
        m_open += name;
    }

    void close(const QString &name)
    {
        if (const qsizetype at = m_open.lastIndexOf(name); at >= 0)
            m_open.resize(at);
    }

    HtmlReading m_reading;
    QStringList m_open;
};

} // namespace

QString htmlFault(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return QCoreApplication::translate("Checks", "the output is empty");
    if (trimmed.size() > mostHtml)
        return QCoreApplication::translate("Checks", "the output is too long");
    if (trimmed.startsWith("<?xml"_L1, Qt::CaseInsensitive))
        return QCoreApplication::translate("Checks", "the output is XML, not HTML");
    const HtmlReading reading = HtmlWalk().read(trimmed);
    if (reading.hasLooseText && !reading.hasBody)
        return QCoreApplication::translate("Checks", "there is text outside of HTML elements");
    return reading.hasElement ? QString() : QCoreApplication::translate("Checks", "there is no HTML element");
}

bool hasHtml(const QString &text)
{
    if (text.size() > mostHtml)
        return false;
    const auto has = [&text](const QRegularExpression &sign) { return sign.match(text).hasMatch(); };
    static const QRegularExpression opening(uR"(<[a-zA-Z][a-zA-Z0-9-]*(?:\s[^>]*)?>)"_s);
    static const QRegularExpression closing(uR"(</[a-zA-Z][a-zA-Z0-9-]*\s*>)"_s);
    static const QRegularExpression closedAtOnce(uR"(<[a-zA-Z][a-zA-Z0-9-]*(?:\s[^>]*)?/>)"_s);
    static const QRegularExpression entity(u"&(?:[a-zA-Z]+|#[0-9]+|#x[0-9a-fA-F]+);"_s);
    static const QRegularExpression attribute(uR"(\s[a-zA-Z-]+=\s*["'][^"']*["'])"_s);
    static const QRegularExpression common(
        u"<(html|head|body|div|span|p|a|img|h[1-6]|ul|ol|li|table|tr|td|th|form|input|button|script|"
        "style|link|meta|br|hr)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression doctype(uR"(<!DOCTYPE\s+html)"_s, QRegularExpression::CaseInsensitiveOption);
    const bool opens = has(opening);
    const bool closes = has(closing);
    const qsizetype comment = text.indexOf("<!--"_L1);
    const bool hasComment = comment >= 0 && text.indexOf("-->"_L1, comment + 4) >= 0;
    const int signs = (opens ? 1 : 0) + (closes ? 1 : 0) + (has(closedAtOnce) ? 1 : 0) + (has(entity) ? 1 : 0)
                      + (has(doctype) ? 2 : 0) + (hasComment ? 1 : 0) + (has(attribute) ? 1 : 0) + (has(common) ? 2 : 0);
    return signs >= 2;
}

} // namespace Tempera
