// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/packedcases.h"

#include "models/experiment/data/datareader.h"

#include <QHash>
#include <QJsonArray>
#include <QMetaType>
#include <QVariant>

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <utility>

namespace Tempera {
namespace {

enum class PackedKind : char { Undefined, Null, False, True, Integer, Real, Text, Array, Object };

/// What a case has beside its variables.
struct CasePart {
    enum Bit : int { Description = 1, Checks = 2, Threshold = 4, Other = 8 };
};
/// What a check has beside its type and value.
struct CheckPart {
    enum Bit : int { Threshold = 1, Weight = 2, Metric = 4, Other = 8, Data = 16 };
};

class CasePacker
{
public:
    explicit CasePacker(QByteArray &bytes) : m_bytes(bytes) { }

    void addCase(const Case &aCase, quint64 nameList)
    {
        addNumber(nameList);
        for (const Variable &variable : aCase.variables)
            addValue(variable.value);
        const int parts = (aCase.description.isEmpty() ? 0 : CasePart::Description)
                          | (aCase.checks.isEmpty() ? 0 : CasePart::Checks) | (aCase.threshold ? CasePart::Threshold : 0)
                          | (aCase.other.isEmpty() ? 0 : CasePart::Other);
        addByte(static_cast<char>(parts));
        if (!aCase.description.isEmpty())
            addText(aCase.description);
        if (!aCase.checks.isEmpty()) {
            addNumber(static_cast<quint64>(aCase.checks.size()));
            for (const CheckSpec &check : aCase.checks)
                addCheck(check);
        }
        if (aCase.threshold)
            addReal(*aCase.threshold);
        if (!aCase.other.isEmpty())
            addObject(aCase.other);
    }

private:
    void addByte(char byte) { m_bytes.append(byte); }

    /// Seven bits a byte, the lowest first.
    void addNumber(quint64 number)
    {
        for (; number >= 0x80; number >>= 7)
            addByte(static_cast<char>(number | 0x80));
        addByte(static_cast<char>(number));
    }

    void addReal(double real)
    {
        const auto bits = std::bit_cast<quint64>(real);
        m_bytes.append(reinterpret_cast<const char *>(&bits), sizeof bits);
    }

    /// A text that is no valid UTF-16 (half a pair, which JSON can hold) stays as it is.
    void addText(const QString &text)
    {
        const bool isValid = text.isValidUtf16();
        const QByteArray bytes =
            isValid ? text.toUtf8() : QByteArray(reinterpret_cast<const char *>(text.constData()), 2 * text.size());
        addNumber(static_cast<quint64>(bytes.size()) << 1 | (isValid ? 0 : 1));
        m_bytes.append(bytes);
    }

    void addKind(PackedKind kind) { addByte(static_cast<char>(kind)); }

    void addValue(const QJsonValue &value)
    {
        switch (value.type()) {
        case QJsonValue::Undefined: addKind(PackedKind::Undefined); break;
        case QJsonValue::Null: addKind(PackedKind::Null); break;
        case QJsonValue::Bool: addKind(value.toBool() ? PackedKind::True : PackedKind::False); break;
        case QJsonValue::Double: addNumberValue(value); break;
        case QJsonValue::String:
            addKind(PackedKind::Text);
            addText(value.toString());
            break;
        case QJsonValue::Array: {
            const QJsonArray array = value.toArray();
            addKind(PackedKind::Array);
            addNumber(static_cast<quint64>(array.size()));
            for (const auto &item : array)
                addValue(item);
            break;
        }
        case QJsonValue::Object:
            addKind(PackedKind::Object);
            addObject(value.toObject());
            break;
        }
    }

    void addNumberValue(const QJsonValue &value)
    {
        const QVariant number = value.toVariant(); // the only one who tells whether it is a whole number of 64 bits
        if (number.typeId() == QMetaType::LongLong) {
            addKind(PackedKind::Integer);
            const auto bits = static_cast<quint64>(number.toLongLong());
            addNumber(bits << 1 ^ (bits >> 63 ? ~quint64{0} : 0)); // small for numbers near zero, negative ones too
        } else {
            addKind(PackedKind::Real);
            addReal(number.toDouble());
        }
    }

    void addObject(const QJsonObject &object)
    {
        addNumber(static_cast<quint64>(object.size()));
        for (auto it = object.begin(); it != object.end(); ++it) {
            addText(it.key());
            addValue(it.value());
        }
    }

    void addCheck(const CheckSpec &check)
    {
        addText(check.type);
        addValue(check.value);
        const int parts = (check.threshold ? CheckPart::Threshold : 0) | (check.weight == 1 ? 0 : CheckPart::Weight)
                          | (check.metric.isEmpty() ? 0 : CheckPart::Metric) | (check.other.isEmpty() ? 0 : CheckPart::Other)
                          | (check.isData ? CheckPart::Data : 0);
        addByte(static_cast<char>(parts));
        if (check.threshold)
            addReal(*check.threshold);
        if (check.weight != 1)
            addReal(check.weight);
        if (!check.metric.isEmpty())
            addText(check.metric);
        if (!check.other.isEmpty())
            addObject(check.other);
    }

    QByteArray &m_bytes;
};

/// Reads what a CasePacker has written.
class CaseUnpacker
{
public:
    explicit CaseUnpacker(const char *at) : m_at(at) { }

    quint64 number()
    {
        quint64 number = 0;
        for (int shift = 0;; shift += 7) {
            const auto byte = static_cast<uchar>(*m_at++);
            number |= quint64{byte & 0x7FU} << shift;
            if (byte < 0x80)
                return number;
        }
    }

    /// Behind the number of its list of names.
    Case caseWith(const QStringList &names)
    {
        Case aCase;
        aCase.variables.reserve(names.size());
        for (const QString &name : names)
            aCase.variables.append({name, value()});
        const int parts = *m_at++;
        if ((parts & CasePart::Description) != 0)
            aCase.description = text();
        if ((parts & CasePart::Checks) != 0) {
            for (quint64 left = number(); left > 0; --left)
                aCase.checks.append(check());
        }
        if ((parts & CasePart::Threshold) != 0)
            aCase.threshold = real();
        if ((parts & CasePart::Other) != 0)
            aCase.other = object();
        return aCase;
    }

private:
    double real()
    {
        quint64 bits = 0;
        std::memcpy(&bits, m_at, sizeof bits);
        m_at += sizeof bits;
        return std::bit_cast<double>(bits);
    }

    QString text()
    {
        const quint64 head = number();
        const auto size = static_cast<qsizetype>(head >> 1);
        const char *begin = std::exchange(m_at, m_at + size);
        if ((head & 1) == 0)
            return exactText(QByteArrayView(begin, size));
        QString units(size / 2, Qt::Uninitialized);
        std::memcpy(units.data(), begin, static_cast<std::size_t>(size));
        return units;
    }

    QJsonValue value()
    {
        switch (static_cast<PackedKind>(*m_at++)) {
        case PackedKind::Undefined: return QJsonValue(QJsonValue::Undefined);
        case PackedKind::Null: break;
        case PackedKind::False: return false;
        case PackedKind::True: return true;
        case PackedKind::Integer: {
            const quint64 bits = number();
            return static_cast<qint64>(bits >> 1 ^ (bits & 1 ? ~quint64{0} : 0));
        }
        case PackedKind::Real: return real();
        case PackedKind::Text: return text();
        case PackedKind::Array: {
            QJsonArray array;
            for (quint64 left = number(); left > 0; --left)
                array.append(value());
            return array;
        }
        case PackedKind::Object: return object();
        }
        return QJsonValue::Null;
    }

    QJsonObject object()
    {
        QJsonObject object;
        for (quint64 left = number(); left > 0; --left) {
            const QString key = text();
            object.insert(key, value());
        }
        return object;
    }

    CheckSpec check()
    {
        CheckSpec check;
        check.type = text();
        check.value = value();
        const int parts = *m_at++;
        if ((parts & CheckPart::Threshold) != 0)
            check.threshold = real();
        if ((parts & CheckPart::Weight) != 0)
            check.weight = real();
        if ((parts & CheckPart::Metric) != 0)
            check.metric = text();
        if ((parts & CheckPart::Other) != 0)
            check.other = object();
        check.isData = (parts & CheckPart::Data) != 0;
        return check;
    }

    const char *m_at;
};

QStringList variableNamesOf(const Variables &variables)
{
    QStringList names;
    names.reserve(variables.size());
    for (const Variable &variable : variables)
        names.append(variable.name);
    return names;
}

bool haveVariableNames(const Variables &variables, const QStringList &names)
{
    return std::ranges::equal(variables, names, {}, &Variable::name);
}

} // namespace

std::shared_ptr<const PackedCases> PackedCases::of(const QList<Case> &cases)
{
    const std::shared_ptr<PackedCases> packed(new PackedCases);
    QHash<QStringList, qsizetype> known;
    qsizetype list = -1;
    CasePacker packer(packed->m_bytes);
    packed->m_starts.reserve(static_cast<std::size_t>(cases.size()));
    for (const Case &aCase : cases) {
        if (packed->m_bytes.size() > std::numeric_limits<std::uint32_t>::max())
            return nullptr;
        if (list < 0 || !haveVariableNames(aCase.variables, packed->m_nameLists.at(list))) {
            const QStringList names = variableNamesOf(aCase.variables);
            const auto before = known.constFind(names);
            list = before == known.cend() ? packed->m_nameLists.size() : *before;
            if (before == known.cend()) {
                known.insert(names, list);
                packed->m_nameLists.append(names);
            }
        }
        packed->m_starts.push_back(static_cast<std::uint32_t>(packed->m_bytes.size()));
        packer.addCase(aCase, static_cast<quint64>(list));
        packed->m_areComplete =
            packed->m_areComplete && std::ranges::none_of(aCase.variables, &QJsonValue::isUndefined, &Variable::value);
    }
    packed->m_bytes.squeeze();
    return packed;
}

Case PackedCases::at(qsizetype index) const
{
    CaseUnpacker unpacker(m_bytes.constData() + m_starts[static_cast<std::size_t>(index)]);
    const quint64 list = unpacker.number();
    return unpacker.caseWith(m_nameLists.at(static_cast<qsizetype>(list)));
}

QList<Case> PackedCases::all() const
{
    QList<Case> cases;
    cases.reserve(size());
    for (qsizetype i = 0; i < size(); ++i)
        cases.append(at(i));
    return cases;
}

QStringList PackedCases::names() const
{
    QStringList names;
    for (const QStringList &list : m_nameLists)
        names += list;
    return names;
}

qsizetype PackedCases::countWithout(const QString &variable) const
{
    qsizetype count = 0;
    for (qsizetype i = 0; i < size(); ++i) {
        CaseUnpacker unpacker(m_bytes.constData() + m_starts[static_cast<std::size_t>(i)]);
        const QStringList &names = m_nameLists.at(static_cast<qsizetype>(unpacker.number()));
        const qsizetype place = names.indexOf(variable);
        const bool has = place >= 0 && (m_areComplete || !unpacker.caseWith(names).variables.at(place).value.isUndefined());
        count += has ? 0 : 1;
    }
    return count;
}

std::size_t PackedCases::bytes() const
{
    std::size_t names = 0;
    for (const QStringList &list : m_nameLists)
        names += static_cast<std::size_t>(list.size()) * sizeof(QString);
    return sizeof(PackedCases) + static_cast<std::size_t>(m_bytes.capacity()) + m_starts.capacity() * sizeof(std::uint32_t)
           + names;
}

} // namespace Tempera
