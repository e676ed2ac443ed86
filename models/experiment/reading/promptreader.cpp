// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/promptreader.h"

#include "models/core/pathpattern.h"
#include "models/experiment/data/csvreader.h"
#include "models/experiment/data/datawriter.h"
#include "models/experiment/reading/scriptreader.h"
#include "models/experiment/reading/variantreader.h"
#include "models/experiment/scripts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

const QStringList &textEndings()
{
    static const QStringList endings{u"txt"_s, u"md"_s, u"j2"_s,  u"json"_s, u"jsonl"_s, u"yaml"_s, u"yml"_s,
                                     u"csv"_s, u"js"_s, u"cjs"_s, u"mjs"_s,  u"ts"_s,    u"py"_s};
    return endings;
}

/// Whether each part says what it is.
bool isPartList(const DataNode &content)
{
    return content.isSequence() && !content.items.empty() && std::ranges::all_of(content.items, [](const DataPtr &part) {
               const DataPtr type = part->find(u"type");
               return type && type->isString() && !type->text.isEmpty();
           });
}

/// A list of {type: text, text} is one text; nothing where one of the parts is another.
std::optional<QString> joinedText(const DataNode &parts)
{
    QString whole;
    for (const DataPtr &part : parts.items) {
        const DataPtr text = part->find(u"text");
        if (part->find(u"type")->text != "text"_L1 || !text || !text->isString())
            return std::nullopt;
        whole += text->text;
    }
    return whole;
}

/// A message's content: a text, or a list of parts.
std::optional<Message> contentMessage(Role role, const DataNode &content, PartsAs parts)
{
    if (content.isString())
        return Message{role, content.text};
    if (!isPartList(content))
        return std::nullopt;
    if (const std::optional<QString> text = joinedText(content))
        return Message{role, *text};
    const QString json = QString::fromUtf8(writeJsonTree(content)).trimmed();
    if (parts == PartsAs::Template)
        return Message{role, json};
    const Result<Message> message = messageFromPartsText(role, json);
    return message ? std::optional(*message) : std::nullopt;
}

std::optional<Messages> messagesFromTree(const DataNode &list, PartsAs parts)
{
    if (!list.isSequence())
        return std::nullopt;
    Messages messages;
    for (const DataPtr &item : list.items) {
        const DataPtr role = item->find(u"role");
        const DataPtr content = item->find(u"content");
        if (!role || !content || !role->isString() || item->entries.size() != 2)
            return std::nullopt;
        const std::optional<Role> who = roleFromName(role->text);
        const std::optional<Message> message = who ? contentMessage(*who, *content, parts) : std::nullopt;
        if (!message)
            return std::nullopt;
        messages.append(*message);
    }
    return messages;
}

class PromptReader
{
    Q_DECLARE_TR_FUNCTIONS(ExperimentFile)
public:
    PromptReader(ReadContext &context, QList<Prompt> &prompts) : m_context(context), m_prompts(prompts) { }

    void readItem(const DataNode &item)
    {
        if (item.isMap()) {
            readMap(item);
        } else {
            const QString text = m_context.text(item, u"prompts"_s);
            if (isElsewhere(text))
                m_context.warn(item, tr("The prompt %1 is left out: programs are not run and other services are not asked for "
                                        "prompts. Put its text into the file.")
                                         .arg(text));
            else if (looksLikePromptFile(text))
                readFile(item, text, {});
            else
                add(text, {});
        }
    }

    /// The old form: a map of path → label.
    void readLabelMap(const DataNode &map)
    {
        for (const DataEntry &entry : map.entries) {
            const QString label = m_context.text(*entry.value, entry.key);
            if (looksLikePromptFile(entry.key))
                readFile(*entry.value, entry.key, label);
            else
                add(entry.key, label);
        }
    }

private:
    /// Whether it names a prompt that only a program or another service can give.
    static bool isElsewhere(const QString &text)
    {
        constexpr std::array schemes{"exec:"_L1, "langfuse://"_L1, "portkey://"_L1, "helicone://"_L1};
        return !text.contains(u'\n')
               && std::ranges::any_of(schemes, [&text](QLatin1StringView scheme) { return text.startsWith(scheme); });
    }

    void add(const QString &text, const QString &label, const QJsonObject &other = {})
    {
        m_prompts.append({label, messagesFromText(text, PartsAs::Template), other});
    }

    void readMap(const DataNode &map)
    {
        QString label;
        std::optional<QString> raw;
        QString id;
        QJsonObject other;
        for (const DataEntry &entry : map.entries) {
            if (entry.key == "label"_L1) {
                label = m_context.text(*entry.value, entry.key);
            } else if (entry.key == "raw"_L1) {
                raw = m_context.text(*entry.value, entry.key);
            } else {
                if (entry.key == "id"_L1)
                    id = m_context.text(*entry.value, entry.key);
                other.insert(entry.key, dataToJson(*entry.value));
                checkConfig(entry);
            }
        }
        if (raw)
            add(*raw, label, other);
        else if (looksLikePromptFile(id))
            readFile(map, id, label);
        else if (!id.isEmpty())
            add(id, label, other);
        else
            m_context.fail(map, tr("A prompt needs \"raw\" (its text) or \"id\" (its file)."));
    }

    /// Settings of one prompt, which count before those of the provider: what is wrong with them is told once.
    void checkConfig(const DataEntry &entry)
    {
        if (entry.key != "config"_L1)
            return;
        Variant any;
        any.endpoint.kind = EndpointKind::Remote;
        readConfigInto(m_context, any, *entry.value);
    }

    static bool isProgram(const QString &reference)
    {
        static const QStringList endings{u"js"_s, u"cjs"_s, u"mjs"_s, u"ts"_s, u"py"_s};
        return endings.contains(fileEnding(reference)) && !isPathPattern(reference);
    }

    /// A function: its name is the text, and what it gives is asked.
    void readFunction(const DataNode &at, const QString &reference, const QString &label)
    {
        const QString named = isFileReference(reference) ? reference : u"file://"_s + reference;
        if (readScript(m_context, at, named))
            m_prompts.append({label, {{Role::User, named}}, {}});
    }

    void readFile(const DataNode &at, const QString &reference, const QString &label)
    {
        const bool isNamed = isFileReference(reference) && !isPathPattern(reference);
        if (isNamed ? scriptReference(reference).has_value() : isProgram(reference)) {
            readFunction(at, reference, label);
            return;
        }
        if (isPathPattern(reference)) {
            for (const QString &path : m_context.matching(at, reference))
                readFile(at, path, label);
            return;
        }
        const QString ending = fileEnding(reference);
        const auto read = m_context.fileText(at, reference);
        if (!read)
            return;
        const QString text = *read;
        if (text.trimmed().isEmpty()) {
            m_context.fail(at, tr("There is no prompt in %1.").arg(m_context.resolved(reference)));
            return;
        }
        if (ending == "txt"_L1)
            addParts(text, label);
        else if (ending == "jsonl"_L1)
            addLines(text, label);
        else if (ending == "csv"_L1)
            addTable(text, m_context.resolved(reference));
        else if (ending == "yaml"_L1 || ending == "yml"_L1)
            addTree(at, reference, label);
        else if (ending == "md"_L1 || ending == "j2"_L1)
            add(text, label); // as it is, its last line end too
        else
            add(text.trimmed(), label);
    }

    /// Messages, or a tree that is sent as JSON.
    void addTree(const DataNode &at, const QString &reference, const QString &label)
    {
        const auto document = m_context.fileTree(at, reference);
        if (!document)
            return;
        if (const auto messages = messagesFromTree(*document->root, PartsAs::Template))
            m_prompts.append({label, *messages, {}});
        else if (document->root->isScalar())
            add(document->root->text, label);
        else
            add(QString::fromUtf8(writeJsonTree(*document->root)).trimmed(), label);
    }

    /// A line "---" divides a text file into prompts.
    void addParts(const QString &text, const QString &label)
    {
        static const QRegularExpression divider(uR"(^---[ \t]*\r?$)"_s, QRegularExpression::MultilineOption);
        for (const QString &part : text.split(divider)) {
            if (!part.trimmed().isEmpty())
                add(part.trimmed(), label);
        }
    }

    void addLines(const QString &text, const QString &label)
    {
        for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
            if (!line.trimmed().isEmpty())
                add(line.trimmed(), label);
        }
    }

    /// Columns "prompt" and "label", or one prompt a line.
    void addTable(const QString &text, const QString &path)
    {
        const QStringList header = csvHeader(text);
        const qsizetype promptColumn = header.indexOf("prompt"_L1);
        const qsizetype labelColumn = header.indexOf("label"_L1);
        if (promptColumn < 0) {
            addLines(text, {});
            return;
        }
        const Result<CsvTable> table = readCsv(text, path);
        if (!table) {
            m_context.fail(table.error());
            return;
        }
        for (const CsvRow &row : table->rows) {
            if (!row.fields.value(promptColumn).isEmpty())
                add(row.fields.value(promptColumn), labelColumn < 0 ? QString() : row.fields.value(labelColumn));
        }
    }

    ReadContext &m_context;
    QList<Prompt> &m_prompts;
};

} // namespace

Messages messagesFromText(const QString &text, PartsAs parts)
{
    const QString trimmed = text.trimmed();
    const bool isList = trimmed.startsWith(u'[');
    if (isList || trimmed.startsWith("- role:"_L1)) {
        // YAML reads brackets too, but takes a line's end inside a text for a space: what is not JSON is no chat.
        const QString form = isList ? u".json"_s : QString();
        if (const Result<DataDocument> tree = readData(trimmed.toUtf8(), form)) {
            if (const auto messages = messagesFromTree(*tree->root, parts))
                return *messages;
        }
    }
    return {{Role::User, text}};
}

bool isContentParts(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (!trimmed.startsWith(u'[') || !trimmed.endsWith(u']'))
        return false;
    const Result<DataDocument> tree = readData(trimmed.toUtf8(), {});
    return tree && isPartList(*tree->root) && !joinedText(*tree->root);
}

Result<Message> messageFromPartsText(Role role, const QString &json)
{
    const std::optional<MessageParts> parts = partsFromJson(QJsonDocument::fromJson(json.toUtf8()).array());
    if (!parts)
        return failure(
            ErrorKind::Template,
            QCoreApplication::translate("Plan", "With its variables filled in, the message is no list of parts in JSON."));
    return messageOfParts(role, *parts);
}

bool looksLikePromptFile(const QString &text)
{
    if (isFileReference(text))
        return true;
    const bool oneWord = std::none_of(text.begin(), text.end(), [](QChar c) { return c.isSpace() || c == u'{'; });
    return oneWord && textEndings().contains(fileEnding(text));
}

QList<Prompt> readPrompts(ReadContext &context, const DataNode &node, ListSource &source)
{
    QList<Prompt> prompts;
    PromptReader reader(context, prompts);
    if (node.isSequence()) {
        source.isList = true;
        for (const DataPtr &item : node.items) {
            const qsizetype before = prompts.size();
            reader.readItem(*item);
            source.groups.push_back({item, static_cast<int>(prompts.size() - before)});
        }
        return prompts;
    }
    if (node.isMap() && !node.find(u"raw") && !node.find(u"id"))
        reader.readLabelMap(node);
    else if (!node.isNull())
        reader.readItem(node);
    source.groups.push_back({nullptr, static_cast<int>(prompts.size())});
    return prompts;
}

} // namespace Tempera
