// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/configfiles.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int mostFilesInFiles = 8; ///< One that names itself has no end.

bool isTreeFile(const QString &reference)
{
    static const QStringList endings{u"yaml"_s, u"yml"_s, u"json"_s};
    return endings.contains(fileEnding(reference));
}

class FileFiller
{
    Q_DECLARE_TR_FUNCTIONS(ExperimentFile)
public:
    explicit FileFiller(ReadContext &context) : m_context(context) { }

    DataPtr filled(const DataPtr &value)
    {
        if (value->isString())
            return isFileReference(value->text) ? fileContent(*value) : value;
        if (value->isSequence())
            return list(*value);
        return value->isMap() ? map(*value) : value;
    }

private:
    DataPtr list(const DataNode &node)
    {
        std::vector<DataPtr> items;
        for (const DataPtr &item : node.items) {
            const DataPtr made = filled(item);
            if (made && made != item && item->isString() && made->isSequence())
                items.insert(items.end(), made->items.begin(), made->items.end());
            else if (made)
                items.push_back(made);
        }
        return dataSequence(std::move(items));
    }

    DataPtr map(const DataNode &node)
    {
        std::vector<DataEntry> entries;
        for (const DataEntry &entry : node.entries) {
            if (DataPtr made = filled(entry.value))
                entries.push_back({entry.key, std::move(made), entry.line, entry.column});
        }
        return dataMap(std::move(entries));
    }

    DataPtr fileContent(const DataNode &at)
    {
        const QString &reference = at.text;
        if (!isTreeFile(reference)) {
            m_context.warn(at, tr("%1 is not sent: settings are read from YAML and JSON files.").arg(reference));
            return nullptr;
        }
        if (m_depth == mostFilesInFiles) {
            m_context.fail(at, tr("%1 is named by a file that it names itself.").arg(reference));
            return nullptr;
        }
        const std::optional<DataDocument> document = m_context.fileTree(at, reference);
        if (!document)
            return nullptr;
        m_context.addConfigFile(reference, document->text);
        const ReadContext::InFile scope(m_context, *document);
        ++m_depth;
        DataPtr content = filled(document->root);
        --m_depth;
        return content;
    }

    ReadContext &m_context;
    int m_depth = 0;
};

QString plainConfigPath(const QString &path)
{
    return QDir::cleanPath(isFileReference(path) ? path.sliced(7) : path);
}

} // namespace

DataPtr withFilesRead(ReadContext &context, const DataPtr &value)
{
    return FileFiller(context).filled(value);
}

void ReadContext::addConfigFile(const QString &reference, const QByteArray &text)
{
    m_configFiles.insert(plainConfigPath(reference), text);
}

Result<QByteArray> ConfigFiles::read(const QString &path) const
{
    const auto file = m_files.constFind(plainConfigPath(path));
    if (file == m_files.cend())
        return failure(ErrorKind::File, QCoreApplication::translate("ExperimentFile", "it was not read with the experiment"),
                       path);
    return *file;
}

Result<void> ConfigFiles::write(const QString &path, const QByteArray &)
{
    return failure(ErrorKind::File, QCoreApplication::translate("ExperimentFile", "nothing is written here"), path);
}

/// All of them are below one folder: whether they may be read was asked when they were.
QString ConfigFiles::nameOf(const QString &path) const
{
    const QString plain = plainConfigPath(path);
    return plain == u"."_s ? u"/"_s : plain.startsWith(u'/') ? plain : u'/' + plain;
}

} // namespace Tempera
