// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/namedfiles.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype longestName = 4096; ///< Linux takes no longer path.

/// Gathers the names below a node.
class NameCollector
{
public:
    explicit NameCollector(const QString &path) : m_folder(QFileInfo(path).absoluteDir()) { }

    void collect(const DataNode &node, bool isData)
    {
        if (node.isString())
            take(node.text, isData);
        for (const DataPtr &item : node.items)
            collect(*item, isData);
        for (const DataEntry &entry : node.entries) {
            take(entry.key, isData); // a file of prompts and its label
            // Of the values of variables only a file that is named as one is read.
            collect(*entry.value, isData || entry.key == "vars"_L1);
        }
    }

    [[nodiscard]] const QStringList &names() const { return m_names; }

private:
    void take(const QString &text, bool isData)
    {
        if (text.isEmpty() || text.size() > longestName || (isData && !text.contains(u':')) || text.contains(u'\n')
            || m_seen.contains(text))
            return;
        static const QRegularExpression scheme(u"^(?:file://|exec:|python:|golang:|ruby:|javascript:|huggingface:)(?=.)"_s);
        const QRegularExpressionMatch match = scheme.match(text);
        if (!match.hasMatch() && (isData || !hasEnding(text)))
            return;
        m_seen.insert(text);
        QString name = text.sliced(match.capturedLength());
        add(name);
        if (name.contains(u'%'))
            add(QUrl::fromPercentEncoding(name.toUtf8()));
        for (const QString &word : name.split(u' ', Qt::SkipEmptyParts)) { // a command's arguments
            if (word != name && hasEnding(word))
                add(word);
        }
        // "check.js:name" is a function in it, "cases.xlsx#sheet" a part of it.
        static const QRegularExpression behind(u"[:#?][^/]*$"_s);
        if (const qsizetype end = name.indexOf(behind); end > 0)
            add(name.first(end));
    }

    static bool hasEnding(const QString &text)
    {
        static const QRegularExpression ending(u"\\.[A-Za-z0-9]{1,8}(?:[:#?][^/]*)?$"_s);
        return ending.match(text).hasMatch();
    }

    void add(const QString &name)
    {
        const QString path = m_folder.absoluteFilePath(name);
        static const QRegularExpression pattern(u"[*?\\[]"_s);
        if (QFileInfo(path).isFile()) {
            m_names += path;
        } else if (pattern.match(name).hasMatch()) {
            const QFileInfo info(path);
            for (const QFileInfo &each : info.dir().entryInfoList({info.fileName()}, QDir::Files | QDir::Hidden))
                m_names += each.filePath();
        }
    }

    QDir m_folder;
    QStringList m_names;
    QSet<QString> m_seen;
};

} // namespace

QStringList namedFiles(const DataNode &root, const QString &path)
{
    NameCollector collector(path);
    collector.collect(root, false);
    QStringList names = collector.names();
    names.removeDuplicates();
    return names;
}

} // namespace Tempera
