// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/data/jsonreader.h"

#include "models/experiment/data/datareader.h"
#include "models/experiment/data/jsonfault.h"

#include <QCoreApplication>
#include <QSet>

// A heavy header: this is one of the two places that may include it.
#include <jsoncons/json_reader.hpp>
#include <jsoncons/json_visitor.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

struct OpenJsonNode {
    std::shared_ptr<DataNode> node;
    QString key;
    QSet<QString> keys;
};

/// Builds the tree, or hands over its items; after `refused` is set it stops the parser.
class TreeVisitor final : public jsoncons::json_visitor
{
public:
    explicit TreeVisitor(TakeItem take) : m_take(std::move(take)) { }

    DataPtr root;
    bool isStopped = false; ///< Nobody wants more.
    QString refused;
    int line = 0;
    int column = 0;

private:
    using Context = jsoncons::ser_context;

    [[nodiscard]] std::shared_ptr<DataNode> newNode(DataKind kind, const Context &context)
    {
        auto node = std::make_shared<DataNode>();
        node->kind = kind;
        node->line = static_cast<int>(context.line());
        node->column = static_cast<int>(context.column());
        if (++m_count > maxDataNodes)
            refuse(QCoreApplication::translate("ExperimentFile", "The file has too many values."), context);
        return node;
    }

    void refuse(const QString &detail, const Context &context)
    {
        refused = detail;
        line = static_cast<int>(context.line());
        column = static_cast<int>(context.column());
    }

    bool add(const DataPtr &node)
    {
        if (isStopped)
            return false;
        if (m_open.empty()) {
            root = node;
        } else if (m_take && m_open.size() == 1 && m_open.back().node->isSequence()) {
            m_count = 0;
            isStopped = !m_take(node);
            return refused.isEmpty() && !isStopped;
        } else {
            DataNode &parent = *m_open.back().node;
            if (parent.isMap())
                parent.entries.push_back({m_open.back().key, node});
            else
                parent.items.push_back(node);
            parent.height = std::max(parent.height, node->height + 1);
            parent.size += node->size;
        }
        return refused.isEmpty();
    }

    bool addScalar(DataKind kind, const QString &text, const Context &context)
    {
        auto node = newNode(kind, context);
        node->text = text;
        return add(node);
    }

    bool open(DataKind kind, const Context &context)
    {
        m_open.push_back({newNode(kind, context), {}, {}});
        return refused.isEmpty();
    }

    bool close()
    {
        const DataPtr node = m_open.back().node;
        m_open.pop_back();
        return add(node);
    }

    static QString text(std::string_view view) { return exactText(view); }

    void visit_flush() override { }
    bool visit_begin_object(jsoncons::semantic_tag, const Context &context, std::error_code &) override
    {
        return open(DataKind::Map, context);
    }
    bool visit_end_object(const Context &, std::error_code &) override { return close(); }
    bool visit_begin_array(jsoncons::semantic_tag, const Context &context, std::error_code &) override
    {
        return open(DataKind::Sequence, context);
    }
    bool visit_end_array(const Context &, std::error_code &) override { return close(); }
    bool visit_key(const string_view_type &name, const Context &context, std::error_code &) override
    {
        OpenJsonNode &frame = m_open.back();
        frame.key = text(name);
        if (frame.keys.contains(frame.key)) {
            refuse(
                QCoreApplication::translate("ExperimentFile", "The key \"%1\" occurs twice in one map.").arg(frame.key.left(80)),
                context);
        }
        frame.keys.insert(frame.key);
        return refused.isEmpty();
    }
    bool visit_null(jsoncons::semantic_tag, const Context &context, std::error_code &) override
    {
        return addScalar(DataKind::Null, {}, context);
    }
    bool visit_bool(bool value, jsoncons::semantic_tag, const Context &context, std::error_code &) override
    {
        return addScalar(DataKind::Bool, value ? u"true"_s : u"false"_s, context);
    }
    bool visit_string(const string_view_type &value, jsoncons::semantic_tag tag, const Context &context,
                      std::error_code &) override
    {
        // Numbers beyond 64 bits and, as asked for, decimals come as the text they were written in.
        const QString string = text(value);
        if (tag == jsoncons::semantic_tag::bigint)
            return addScalar(DataKind::Integer, string, context);
        if (tag == jsoncons::semantic_tag::bigdec)
            return addScalar(DataKind::Float, string, context);
        return addScalar(DataKind::String, string, context);
    }
    bool visit_byte_string(const jsoncons::byte_string_view &, jsoncons::semantic_tag, const Context &,
                           std::error_code &) override
    {
        return true; // JSON text has none
    }
    bool visit_uint64(std::uint64_t value, jsoncons::semantic_tag, const Context &context, std::error_code &) override
    {
        return addScalar(DataKind::Integer, QString::number(value), context);
    }
    bool visit_int64(std::int64_t value, jsoncons::semantic_tag, const Context &context, std::error_code &) override
    {
        return addScalar(DataKind::Integer, QString::number(value), context);
    }
    bool visit_double(double value, jsoncons::semantic_tag, const Context &context, std::error_code &) override
    {
        return addScalar(DataKind::Float, dataNumber(value)->text, context);
    }

    std::vector<OpenJsonNode> m_open;
    std::int64_t m_count = 0; ///< Of the item, where items are handed over.
    TakeItem m_take;
};

} // namespace

Result<DataPtr> readJsonTree(const QByteArray &text, const QString &path)
{
    return readJsonItems(text, path, {});
}

Result<DataPtr> readJsonItems(const QByteArray &text, const QString &path, const TakeItem &take)
{
    TreeVisitor visitor(take);
    jsoncons::json_options options;
    options.max_nesting_depth(maxDataHeight).lossless_number(true);
    std::error_code code;
    jsoncons::json_string_reader reader(jsoncons::string_view(text.constData(), static_cast<std::size_t>(text.size())), visitor,
                                        options);
    reader.read(code);
    if (visitor.isStopped || (visitor.refused.isEmpty() && !code))
        return visitor.root ? visitor.root : std::make_shared<const DataNode>();
    Error error;
    error.kind = ErrorKind::Syntax;
    error.place = path;
    error.detail = visitor.refused.isEmpty() ? jsonFault(code) : visitor.refused;
    error.line = visitor.refused.isEmpty() ? static_cast<int>(reader.line()) : visitor.line;
    error.column = visitor.refused.isEmpty() ? static_cast<int>(reader.column()) : visitor.column;
    return std::unexpected(error);
}

} // namespace Tempera
