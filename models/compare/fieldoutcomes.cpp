// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/fieldoutcomes.h"

#include "models/checks/answerjson.h"
#include "models/text/jsondiff.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int deepestField = 200;

/// The values below a place that count, each with its field. What is below `leftOut` is not looked at.
class FieldLeaves
{
public:
    explicit FieldLeaves(const QSet<QString> &leftOut = {}) : m_leftOut(leftOut) { }

    void read(const QJsonValue &value, const QString &path, int depth = 0)
    {
        if (m_leftOut.contains(path) || depth > deepestField)
            return;
        if (value.isObject()) {
            const QJsonObject object = value.toObject();
            for (auto member = object.begin(); member != object.end(); ++member)
                read(member.value(), jsonMemberPath(path, member.key()), depth + 1);
        } else if (value.isArray()) {
            const QJsonArray list = value.toArray();
            for (qsizetype i = 0; i < list.size(); ++i)
                read(list.at(i), jsonElementPath(path, i), depth + 1);
        } else if (!value.isNull() && !value.isUndefined()) {
            m_leaves.append({fieldOfPath(path), value});
        }
    }
    [[nodiscard]] const QList<std::pair<QString, QJsonValue>> &leaves() const { return m_leaves; }

private:
    QSet<QString> m_leftOut;
    QList<std::pair<QString, QJsonValue>> m_leaves;
};

QList<std::pair<QString, QJsonValue>> leavesOf(const QJsonValue &value, const QString &path)
{
    FieldLeaves leaves;
    leaves.read(value, path);
    return leaves.leaves();
}

bool isLeaf(const QJsonValue &value)
{
    return value.isString() || value.isDouble() || value.isBool();
}

} // namespace

QString fieldOfPath(const QString &path)
{
    QString field;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (path.at(i) != u'[')
            continue; // "$" alone
        if (path.mid(i + 1, 1) != "'"_L1) {
            field += "[]"_L1;
            i = path.indexOf(u']', i);
            continue;
        }
        if (!field.isEmpty())
            field += u'.';
        for (i += 2; i < path.size() && path.at(i) != u'\''; ++i) {
            if (path.at(i) != u'\\') {
                field += path.at(i);
            } else if (path.mid(i + 1, 1) == "u"_L1) {
                field += QChar(path.mid(i + 2, 4).toUShort(nullptr, 16));
                i += 5;
            } else {
                field += path.mid(++i, 1);
            }
        }
        ++i; // the closing bracket
    }
    return field;
}

QStringList fieldsIn(const QJsonObject &object)
{
    QStringList fields;
    for (const auto &[field, value] : leavesOf(object, u"$"_s)) {
        if (!fields.contains(field))
            fields += field;
    }
    return fields;
}

std::optional<QJsonObject> objectInAnswer(const QString &answer)
{
    const AnswerJson json(answer);
    if (QStringView(answer).trimmed().startsWith(u'{') && json.value().isObject())
        return json.value().toObject();
    for (std::size_t i = 0; const ParsedJson *part = json.part(i); ++i) {
        if (part->text().startsWith(u'{'))
            return AnswerJson(part->text()).value().toObject();
    }
    return std::nullopt;
}

QList<FieldValue> fieldValues(const QJsonObject &expected, const QJsonObject &given)
{
    const QList<JsonChange> changes = jsonDiff(expected, given);
    QSet<QString> changed;
    for (const JsonChange &change : changes) {
        if (change.kind != JsonChange::Kind::Added)
            changed.insert(change.path);
    }
    QList<FieldValue> values;
    FieldLeaves same(changed);
    same.read(expected, u"$"_s);
    for (const auto &[field, value] : same.leaves())
        values.append({.field = field, .outcome = FieldOutcome::Right, .expected = value, .given = value});
    for (const JsonChange &change : changes) {
        if (isLeaf(change.before) && isLeaf(change.after)) {
            values.append({.field = fieldOfPath(change.path),
                           .outcome = FieldOutcome::Wrong,
                           .expected = change.before,
                           .given = change.after});
            continue;
        }
        for (const auto &[field, value] : leavesOf(change.before, change.path))
            values.append({.field = field,
                           .outcome = FieldOutcome::Missing,
                           .expected = value,
                           .given = QJsonValue(QJsonValue::Undefined)});
        for (const auto &[field, value] : leavesOf(change.after, change.path))
            values.append({.field = field,
                           .outcome = FieldOutcome::Invented,
                           .expected = QJsonValue(QJsonValue::Undefined),
                           .given = value});
    }
    return values;
}

AnswerFields answerFields(const QJsonObject &expected, const QString &answer, const QStringList &inputs)
{
    const std::optional<QJsonObject> given = objectInAnswer(answer);
    AnswerFields fields{.hasObject = given.has_value(), .values = fieldValues(expected, given.value_or(QJsonObject()))};
    if (inputs.isEmpty())
        return fields;
    const EvidenceSearch search(inputs.join(u"\n\n"_s));
    for (FieldValue &value : fields.values)
        value.evidence = search.find(value.given);
    return fields;
}

QString fieldOutcomeName(FieldOutcome outcome)
{
    return fieldFilterWords().at(static_cast<qsizetype>(outcome));
}

const QStringList &fieldFilterWords()
{
    static const QStringList words{u"right"_s, u"wrong"_s, u"missing"_s, u"invented"_s, u"ungrounded"_s};
    return words;
}

bool isMeantBy(const FieldValue &value, const QString &field, const QString &word)
{
    if (field != "*"_L1 && value.field != field)
        return false;
    if (word.compare(fieldFilterWords().constLast(), Qt::CaseInsensitive) == 0)
        return value.isUngrounded();
    return word.compare(fieldOutcomeName(value.outcome), Qt::CaseInsensitive) == 0;
}

} // namespace Tempera
