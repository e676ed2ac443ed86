// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/markup.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int noParent = -1;

struct XmlNode {
    QString name;
    int parent = noParent;
    bool isClosed = false;
    QStringList attributes = {};
};
using XmlNodes = std::vector<XmlNode>;

/// Elements of one name among those below a parent, in order.
std::vector<int> childrenNamed(const XmlNodes &nodes, int parent, const QString &name)
{
    std::vector<int> found;
    for (int i = 0; i < static_cast<int>(nodes.size()); ++i) {
        const XmlNode &node = nodes[static_cast<std::size_t>(i)];
        if (node.isClosed && node.parent == parent && node.name == name)
            found.push_back(i);
    }
    return found;
}

/// Whether a path leads somewhere from a node on.
bool leads(const XmlNodes &nodes, int from, const QStringList &path)
{
    int at = from;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const bool isLast = i + 1 == path.size();
        if (path.at(i).startsWith("@_"_L1))
            return isLast && at >= 0 && nodes[static_cast<std::size_t>(at)].attributes.contains(path.at(i).sliced(2));
        const std::vector<int> found = childrenNamed(nodes, at, path.at(i));
        if (found.empty())
            return false;
        if (isLast)
            return true;
        qsizetype which = 0;
        if (found.size() > 1) { // several: the next step is a number
            bool isNumber = false;
            which = path.at(++i).toInt(&isNumber);
            if (!isNumber || which < 0 || which >= std::ssize(found))
                return false;
        }
        at = found[static_cast<std::size_t>(which)];
    }
    return true;
}

QStringList missingPaths(const XmlNodes &nodes, int from, const QStringList &required)
{
    QStringList missing;
    for (const QString &path : required) {
        if (!leads(nodes, from, path.split(u'.')))
            missing += path;
    }
    return missing;
}

/// The tags of a text that may have other things around them. What is closed by another tag than the last open one belongs to
/// nothing, and all that is open then stays so.
XmlNodes looseNodes(const QString &text)
{
    static const QRegularExpression tag(
        uR"(<!--.*?(?:-->|$)|<!\[CDATA\[.*?(?:\]\]>|$)|<\?.*?(?:\?>|$)|<![^>]*>|<(/?)([\p{L}_:][\p{L}\p{N}_:.\-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>)"_s,
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression attribute(uR"(([\p{L}_:][\p{L}\p{N}_:.\-]*)\s*=)"_s,
                                              QRegularExpression::UseUnicodePropertiesOption);
    XmlNodes nodes;
    std::vector<int> open;
    for (const QRegularExpressionMatch &match : tag.globalMatch(text)) {
        const QString name = match.captured(2);
        if (name.isEmpty())
            continue;
        if (match.capturedLength(1) > 0) {
            if (open.empty() || nodes[static_cast<std::size_t>(open.back())].name != name) {
                open.clear();
                continue;
            }
            nodes[static_cast<std::size_t>(open.back())].isClosed = true;
            open.pop_back();
            continue;
        }
        XmlNode node{name, open.empty() ? noParent : open.back()};
        for (const QRegularExpressionMatch &found : attribute.globalMatchView(match.capturedView(3)))
            node.attributes += found.captured(1);
        node.isClosed = match.capturedView(3).trimmed().endsWith(u'/');
        if (!node.isClosed)
            open.push_back(static_cast<int>(nodes.size()));
        nodes.push_back(node);
    }
    return nodes;
}

} // namespace

QString xmlFault(const QString &text, const QStringList &required)
{
    QXmlStreamReader reader(text);
    XmlNodes nodes;
    std::vector<int> open;
    while (!reader.atEnd()) {
        const QXmlStreamReader::TokenType token = reader.readNext();
        if (token == QXmlStreamReader::DTD && reader.text().contains(u'['))
            return QCoreApplication::translate("Checks", "definitions in a document (DTD) are not supported");
        if (token == QXmlStreamReader::StartElement) {
            XmlNode node{reader.qualifiedName().toString(), open.empty() ? noParent : open.back(), true};
            for (const QXmlStreamAttribute &attribute : reader.attributes())
                node.attributes += attribute.qualifiedName().toString();
            open.push_back(static_cast<int>(nodes.size()));
            nodes.push_back(node);
        } else if (token == QXmlStreamReader::EndElement) {
            open.pop_back();
        }
    }
    if (reader.hasError())
        return QCoreApplication::translate("Checks", "it is not XML: %1 (line %2)")
            .arg(reader.errorString())
            .arg(reader.lineNumber());
    const QStringList missing = missingPaths(nodes, noParent, required);
    return missing.isEmpty() ? QString()
                             : QCoreApplication::translate("Checks", "elements are missing: %1").arg(missing.join(u", "_s));
}

bool hasXml(const QString &text, const QStringList &required)
{
    XmlNodes nodes = looseNodes(text);
    // What was never closed is not there: what is in it stands by itself, beside its neighbours.
    std::vector<int> tops;
    for (int i = 0; i < static_cast<int>(nodes.size()); ++i) {
        const XmlNode &node = nodes[static_cast<std::size_t>(i)];
        const bool isTop = node.parent == noParent || !nodes[static_cast<std::size_t>(node.parent)].isClosed;
        if (node.isClosed && isTop)
            tops.push_back(i);
    }
    if (tops.empty() || required.isEmpty())
        return !tops.empty();
    const auto holds = [&](const std::vector<int> &group) {
        XmlNodes seen = nodes;
        for (const int top : tops)
            seen[static_cast<std::size_t>(top)].parent = std::ranges::find(group, top) == group.end() ? noParent - 1 : noParent;
        return missingPaths(seen, noParent, required).isEmpty();
    };
    std::vector<int> siblings;
    std::ranges::copy_if(tops, std::back_inserter(siblings), [&](int top) {
        return nodes[static_cast<std::size_t>(top)].parent == nodes[static_cast<std::size_t>(tops.front())].parent;
    });
    constexpr std::size_t mostTried = 64;
    return holds(siblings)
           || std::ranges::any_of(tops.begin(), tops.begin() + static_cast<std::ptrdiff_t>(std::min(tops.size(), mostTried)),
                                  [&](int top) { return holds({top}); });
}

} // namespace Tempera
