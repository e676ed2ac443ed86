// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/tracecodec.h"

#include <QCoreApplication>
#include <QtEndian>

#include <bit>

namespace Tempera {
namespace {

constexpr char formatVersion = 2;
/// Version 1 knew the tail only.
constexpr char oldestVersion = 1;
constexpr std::uint64_t tailFlag = 1;
constexpr std::uint64_t topOnlyFlag = 2;
constexpr std::uint64_t piecesFlag = 4;
/// Fast; the numbers of a trace hardly shrink further.
constexpr int compressionLevel = 1;
constexpr quint32 largestTrace = 1u << 30;
/// The least that one token, or one candidate, takes: what a claimed count must have bytes for.
constexpr std::size_t smallestToken = 21;
constexpr std::size_t smallestCandidate = 2;

std::uint64_t zigzag(std::int64_t value)
{
    return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}

std::int64_t unzigzag(std::uint64_t value)
{
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

/// Damaged bytes can hold any number; sums of them wrap instead of overflowing.
std::int64_t wrappingSum(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

/// Place of a float on the line of all floats: neighbours differ by 1, also across 0.
std::int32_t placeOf(float value)
{
    const auto bits = std::bit_cast<std::int32_t>(value);
    return bits < 0 ? static_cast<std::int32_t>(static_cast<std::uint32_t>(bits) ^ 0x7fffffffu) : bits;
}

float floatAt(std::int32_t place)
{
    return std::bit_cast<float>(place < 0 ? static_cast<std::int32_t>(static_cast<std::uint32_t>(place) ^ 0x7fffffffu) : place);
}

class TraceWriter
{
public:
    QByteArray bytes;

    void unsignedNumber(std::uint64_t value)
    {
        while (value >= 0x80) {
            bytes.append(static_cast<char>(value | 0x80));
            value >>= 7;
        }
        bytes.append(static_cast<char>(value));
    }
    void number(std::int64_t value) { unsignedNumber(zigzag(value)); }
    void real(float value) { fixed(std::bit_cast<std::uint32_t>(value)); }
    void real(double value) { fixed(std::bit_cast<std::uint64_t>(value)); }

private:
    template<typename T>
    void fixed(T value)
    {
        const T little = qToLittleEndian(value);
        bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
    }
};

/// Reads as long as there is something to read; after that everything is 0 and ok() is false.
class TraceReader
{
public:
    explicit TraceReader(QByteArrayView bytes) : m_rest(bytes) { }

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

    std::uint64_t unsignedNumber()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const QByteArrayView next = take(1);
            if (next.isEmpty())
                return 0;
            value |= static_cast<std::uint64_t>(next.front() & 0x7f) << shift;
            if (!(next.front() & 0x80))
                return value;
        }
        m_ok = false;
        return 0;
    }
    std::int64_t number() { return unzigzag(unsignedNumber()); }
    /// A count of things that take at least `size` bytes each, so that damage cannot ask for endless memory.
    std::size_t count(std::size_t size)
    {
        const std::uint64_t value = unsignedNumber();
        if (value > static_cast<std::uint64_t>(m_rest.size()) / size)
            m_ok = false;
        return m_ok ? static_cast<std::size_t>(value) : 0;
    }
    float realFloat() { return std::bit_cast<float>(fixed<std::uint32_t>()); }
    double realDouble() { return std::bit_cast<double>(fixed<std::uint64_t>()); }
    QByteArrayView take(std::size_t size)
    {
        if (!m_ok || static_cast<std::size_t>(m_rest.size()) < size) {
            m_ok = false;
            return {};
        }
        const QByteArrayView head = m_rest.first(static_cast<qsizetype>(size));
        m_rest = m_rest.sliced(head.size());
        return head;
    }

private:
    template<typename T>
    T fixed()
    {
        const QByteArrayView raw = take(sizeof(T));
        return raw.isEmpty() ? T{} : qFromLittleEndian<T>(raw.data());
    }

    QByteArrayView m_rest;
    bool m_ok = true;
};

void writeToken(TraceWriter &writer, const TokenTrace &token, std::chrono::microseconds before)
{
    writer.number((token.time - before).count());
    writer.number(token.chosen);
    writer.real(token.chosenLogit);
    writer.real(token.chosenProbability);
    writer.real(token.random);
    writer.unsignedNumber(static_cast<std::uint64_t>(token.piece.size()));
    writer.bytes.append(token.piece);
    writer.unsignedNumber(token.candidates.size());
    std::int64_t place = 0;
    for (const Candidate &candidate : token.candidates) {
        const std::int64_t next = placeOf(candidate.logit);
        writer.number(candidate.id);
        writer.number(next - place);
        place = next;
    }
    const bool hasTail = token.tail != TailHistogram{};
    const bool hasPieces = !token.pieces.empty();
    writer.unsignedNumber((hasTail ? tailFlag : 0) | (token.topOnly ? topOnlyFlag : 0) | (hasPieces ? piecesFlag : 0));
    if (hasPieces) {
        writer.unsignedNumber(token.pieces.size());
        for (const QByteArray &piece : token.pieces) {
            writer.unsignedNumber(static_cast<std::uint64_t>(piece.size()));
            writer.bytes.append(piece);
        }
    }
    if (!hasTail)
        return;
    writer.real(token.tail.highest);
    writer.real(token.tail.binWidth);
    for (const std::uint32_t count : token.tail.counts)
        writer.unsignedNumber(count);
}

std::shared_ptr<const TokenTrace> readToken(TraceReader &reader, std::chrono::microseconds before)
{
    auto token = std::make_shared<TokenTrace>();
    token->time = std::chrono::microseconds(wrappingSum(before.count(), reader.number()));
    token->chosen = static_cast<std::int32_t>(reader.number());
    token->chosenLogit = reader.realFloat();
    token->chosenProbability = reader.realFloat();
    token->random = reader.realDouble();
    token->piece = reader.take(reader.count(1)).toByteArray();
    const std::size_t candidates = reader.count(smallestCandidate);
    token->candidates.reserve(candidates);
    std::int64_t place = 0;
    for (std::size_t i = 0; i < candidates && reader.ok(); ++i) {
        const auto id = static_cast<std::int32_t>(reader.number());
        place = wrappingSum(place, reader.number());
        token->candidates.push_back(Candidate{id, floatAt(static_cast<std::int32_t>(place))});
    }
    const std::uint64_t flags = reader.unsignedNumber();
    token->topOnly = (flags & topOnlyFlag) != 0;
    if ((flags & piecesFlag) != 0) {
        const std::size_t pieces = reader.count(1);
        for (std::size_t i = 0; i < pieces && reader.ok(); ++i)
            token->pieces.push_back(reader.take(reader.count(1)).toByteArray());
    }
    if ((flags & tailFlag) == 0)
        return token;
    token->tail.highest = reader.realFloat();
    token->tail.binWidth = reader.realFloat();
    for (std::uint32_t &count : token->tail.counts)
        count = static_cast<std::uint32_t>(reader.unsignedNumber());
    return token;
}

std::unexpected<Error> damaged()
{
    return failure(ErrorKind::Storage, QCoreApplication::translate("Ledger", "A stored token trace is damaged."));
}

} // namespace

QByteArray encodeTrace(const Trace &trace)
{
    if (trace.empty())
        return {};
    TraceWriter writer;
    writer.bytes.append(formatVersion);
    writer.unsignedNumber(trace.size());
    std::chrono::microseconds before{0};
    for (const auto &token : trace) {
        writeToken(writer, *token, before);
        before = token->time;
    }
    return qCompress(writer.bytes, compressionLevel);
}

Result<Trace> decodeTrace(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return Trace{};
    // qCompress puts the length in front, big-endian.
    if (bytes.size() < 5 || qFromBigEndian<quint32>(bytes.constData()) > largestTrace)
        return damaged();
    const QByteArray raw = qUncompress(bytes);
    TraceReader reader(raw);
    const QByteArrayView version = reader.take(1);
    if (version.isEmpty())
        return damaged();
    if (version.front() < oldestVersion || version.front() > formatVersion) {
        return failure(ErrorKind::Storage, QCoreApplication::translate("Ledger", "A token trace was stored by a newer Tempera."));
    }
    Trace trace;
    const std::size_t count = reader.count(smallestToken);
    trace.reserve(count);
    std::chrono::microseconds before{0};
    for (std::size_t i = 0; i < count && reader.ok(); ++i) {
        trace.push_back(readToken(reader, before));
        before = trace.back()->time;
    }
    if (!reader.ok() || !reader.atEnd())
        return damaged();
    return trace;
}

} // namespace Tempera
