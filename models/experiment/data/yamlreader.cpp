// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/data/yamlreader.h"

#include "models/experiment/data/datareader.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Leaves yaml-cpp's parser from inside a handler; never leaves this file.
struct Refusal {
    QString detail;
    YAML::Mark mark;
};

/// Leaves it because nobody wants more.
struct EnoughRead {
};

/// Lets yaml-cpp read the bytes where they are.
class ByteBuffer final : public std::streambuf
{
public:
    explicit ByteBuffer(const QByteArray &bytes)
    {
        char *begin = const_cast<char *>(bytes.constData()); // streambuf's interface; it is only read
        setg(begin, begin, begin + bytes.size());
    }
};

/// A map or sequence that is still open.
struct OpenYamlNode {
    std::shared_ptr<DataNode> node;
    YAML::anchor_t anchor = 0;
    QString key; ///< Map: the key whose value comes next.
    YAML::Mark keyMark;
    bool hasKey = false;
    bool keyIsMerge = false;
    QSet<QString> keys;
    std::vector<DataPtr> merges;
};

class TreeBuilder final : public YAML::EventHandler
{
public:
    TreeBuilder(bool hasStandIns, const TakeItem &take) : m_take(take), m_hasStandIns(hasStandIns) { }

    [[nodiscard]] DataPtr root() const { return m_root; }

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        if (m_root) {
            throw Refusal{
                QCoreApplication::translate("ExperimentFile", "A second document begins here; a file must contain one."), mark};
        }
    }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override { finish(newNode(mark, DataKind::Null), anchor, mark); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const DataPtr target = m_anchors.value(anchor);
        if (!target)
            throw Refusal{QCoreApplication::translate("ExperimentFile", "An alias is inside its own anchor."), mark};
        m_plainKey = false;
        add(target, mark);
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &value) override
    {
        QString text = exactText(value);
        if (m_hasStandIns)
            text.replace(QChar(u'\x01'), u'?');
        const bool typed = tag.empty() || tag == "?" || tag == "tag:yaml.org,2002:int" || tag == "tag:yaml.org,2002:float"
                           || tag == "tag:yaml.org,2002:bool" || tag == "tag:yaml.org,2002:null";
        auto node = newNode(mark, typed ? plainScalarKind(text) : DataKind::String);
        if (node->kind != DataKind::Null)
            node->text = text;
        m_plainKey = tag == "?" || tag.empty();
        finish(node, anchor, mark);
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override
    {
        open(mark, DataKind::Sequence, anchor, style);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor, YAML::EmitterStyle::value style) override
    {
        open(mark, DataKind::Map, anchor, style);
    }
    void OnMapEnd() override
    {
        mergeInto(m_open.back());
        close();
    }

private:
    [[nodiscard]] std::shared_ptr<DataNode> newNode(const YAML::Mark &mark, DataKind kind)
    {
        auto node = std::make_shared<DataNode>();
        node->kind = kind;
        node->line = mark.line + 1;
        node->column = mark.column + 1;
        if (++m_count > maxDataNodes)
            throw Refusal{QCoreApplication::translate("ExperimentFile", "The file has too many values."), mark};
        return node;
    }

    void open(const YAML::Mark &mark, DataKind kind, YAML::anchor_t anchor, YAML::EmitterStyle::value style)
    {
        if (static_cast<int>(m_open.size()) >= maxDataHeight)
            refuseDepth(mark);
        if (!m_open.empty() && m_open.back().node->isMap() && !m_open.back().hasKey)
            throw Refusal{QCoreApplication::translate("ExperimentFile", "A key must be plain text."), mark};
        OpenYamlNode frame;
        frame.node = newNode(mark, kind);
        frame.node->isBlock = style == YAML::EmitterStyle::Block;
        frame.anchor = anchor;
        m_open.push_back(std::move(frame));
    }

    void close()
    {
        OpenYamlNode frame = std::move(m_open.back());
        m_open.pop_back();
        YAML::Mark mark;
        mark.line = frame.node->line - 1;
        mark.column = frame.node->column - 1;
        finish(frame.node, frame.anchor, mark);
    }

    void finish(const DataPtr &node, YAML::anchor_t anchor, const YAML::Mark &mark)
    {
        if (anchor)
            m_anchors.insert(anchor, node);
        add(node, mark);
    }

    void add(const DataPtr &node, const YAML::Mark &mark)
    {
        if (m_open.empty()) {
            m_root = node;
            return;
        }
        OpenYamlNode &frame = m_open.back();
        if (frame.node->isMap() && !frame.hasKey) {
            takeKey(frame, node, mark);
            return;
        }
        if (m_take && m_open.size() == 1 && frame.node->isSequence()) {
            handOver(node, mark);
            return;
        }
        if (frame.node->isSequence()) {
            frame.node->items.push_back(node);
        } else {
            frame.hasKey = false;
            if (frame.keyIsMerge) {
                takeMerge(frame, node, mark);
                return;
            }
            frame.node->entries.push_back({frame.key, node, frame.keyMark.line + 1, frame.keyMark.column + 1});
        }
        measure(*frame.node, *node, mark);
    }

    /// An item of the list that the document is.
    void handOver(const DataPtr &item, const YAML::Mark &mark)
    {
        if (item->height + 1 > maxDataHeight)
            refuseDepth(mark);
        if (m_anchors.size() == m_anchorsBefore)
            m_count = m_countBefore;
        m_countBefore = m_count;
        m_anchorsBefore = m_anchors.size();
        if (!m_take(item))
            throw EnoughRead{};
    }

    void takeKey(OpenYamlNode &frame, const DataPtr &node, const YAML::Mark &mark)
    {
        if (!node->isScalar())
            throw Refusal{QCoreApplication::translate("ExperimentFile", "A key must be plain text."), mark};
        frame.hasKey = true;
        frame.keyMark = mark;
        frame.key = node->isNull() ? u"null"_s : node->text;
        frame.keyIsMerge = m_plainKey && frame.key == "<<"_L1;
        if (frame.keyIsMerge)
            return;
        if (frame.keys.contains(frame.key)) {
            throw Refusal{
                QCoreApplication::translate("ExperimentFile", "The key \"%1\" occurs twice in one map.").arg(frame.key.left(80)),
                mark};
        }
        frame.keys.insert(frame.key);
    }

    static void takeMerge(OpenYamlNode &frame, const DataPtr &node, const YAML::Mark &mark)
    {
        const std::vector<DataPtr> sources = node->isSequence() ? node->items : std::vector<DataPtr>{node};
        for (const DataPtr &source : sources) {
            if (!source->isMap()) {
                throw Refusal{QCoreApplication::translate("ExperimentFile", "The merge key << takes a map or a list of maps."),
                              mark};
            }
            frame.merges.push_back(source);
        }
    }

    /// Merged entries come after the map's own, which win; of several sources the first wins.
    void mergeInto(OpenYamlNode &frame)
    {
        YAML::Mark mark;
        mark.line = frame.node->line - 1;
        mark.column = frame.node->column - 1;
        for (const DataPtr &source : frame.merges) {
            for (const DataEntry &entry : source->entries) {
                if (frame.keys.contains(entry.key))
                    continue;
                if (++m_count > maxDataNodes)
                    throw Refusal{QCoreApplication::translate("ExperimentFile", "The file has too many values."), mark};
                frame.keys.insert(entry.key);
                frame.node->entries.push_back({entry.key, entry.value});
                measure(*frame.node, *entry.value, mark);
            }
        }
    }

    static void measure(DataNode &parent, const DataNode &child, const YAML::Mark &mark)
    {
        parent.height = std::max(parent.height, child.height + 1);
        parent.size += child.size;
        if (parent.height > maxDataHeight)
            refuseDepth(mark);
        if (parent.size > maxDataNodes)
            throw Refusal{QCoreApplication::translate("ExperimentFile", "The file has too many values."), mark};
    }

    [[noreturn]] static void refuseDepth(const YAML::Mark &mark)
    {
        throw Refusal{QCoreApplication::translate("ExperimentFile", "Maps and lists are nested too deeply."), mark};
    }

    std::vector<OpenYamlNode> m_open;
    QHash<YAML::anchor_t, DataPtr> m_anchors;
    DataPtr m_root;
    std::int64_t m_count = 0;       ///< Of what is kept, and of the item that is read.
    std::int64_t m_countBefore = 0; ///< Before that item.
    qsizetype m_anchorsBefore = 0;
    const TakeItem &m_take; ///< Empty: the whole tree is kept.
    bool m_plainKey = false;
    bool m_hasStandIns; ///< Of question marks.
};

/// Stands for a ? in what the parser reads; no YAML holds it.
constexpr char innerQuestionMark = '\x01';

/// yaml-cpp ends a plain text at a ? inside brackets and braces, "{q: Why?}" and "[a?b]", where YAML 1.2 ends it only at one
/// that begins a key: one with a blank on both of its sides, or nothing before it. All others are given to it as another
/// character, which the builder takes back.
QByteArray withInnerQuestionMarks(QByteArray text)
{
    for (const char *escape : {"\x01", "\\x01", "\\u0001", "\\U00000001"}) {
        if (text.contains(escape))
            return text;
    }
    const auto isEdge = [](char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '{' || c == '[' || c == ',';
    };
    for (qsizetype at = text.indexOf('?'); at >= 0; at = text.indexOf('?', at + 1)) {
        const bool beginsToken = at == 0 || isEdge(text.at(at - 1));
        const bool endsToken = at + 1 == text.size() || QByteArrayView(" \t\n\r").contains(text.at(at + 1));
        if (!beginsToken || !endsToken)
            text[at] = innerQuestionMark;
    }
    return text;
}

std::unexpected<Error> refusal(const QString &path, const QString &detail, const YAML::Mark &mark)
{
    Error error;
    error.kind = ErrorKind::Syntax;
    error.detail = detail;
    error.place = path;
    error.line = std::max(0, mark.line + 1);
    error.column = std::max(0, mark.column + 1);
    return std::unexpected(error);
}

} // namespace

Result<DataPtr> readYamlTree(const QByteArray &text, const QString &path)
{
    return readYamlItems(text, path, {});
}

Result<DataPtr> readYamlItems(const QByteArray &text, const QString &path, const TakeItem &take)
{
    const QByteArray readable = withInnerQuestionMarks(text);
    ByteBuffer buffer(readable);
    std::istream stream(&buffer);
    TreeBuilder builder(readable != text, take);
    try {
        YAML::Parser parser(stream);
        if (parser.HandleNextDocument(builder))
            parser.HandleNextDocument(builder); // refuses what it finds
    } catch (const EnoughRead &) {
        return std::make_shared<const DataNode>();
    } catch (const Refusal &refused) {
        return refusal(path, refused.detail, refused.mark);
    } catch (const YAML::Exception &exception) {
        return refusal(path, QString::fromStdString(exception.msg).replace(QChar(u'\x01'), u'?'), exception.mark);
    }
    if (!builder.root())
        return std::make_shared<const DataNode>();
    return builder.root();
}

} // namespace Tempera
