// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/contentdecoding.h"

#include <zlib.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Bytes that one piece from the network may unpack to: far more than any piece of text, far less than a bomb's.
constexpr qsizetype MostPerPiece = 16 * 1024 * 1024;

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");
constexpr QByteArrayView gzipMagic("\x1f\x8b");

} // namespace

/// zlib's state; released with it.
struct ContentDecoding::Inflation {
    z_stream stream{};
    bool ready = false;
    bool over = false;
    bool betweenMembers = false; ///< One has ended; nothing of the next has been unpacked.

    // 15 bits of window; + 32: gzip or zlib, by the head.
    Inflation() { ready = inflateInit2(&stream, 15 + 32) == Z_OK; }
    ~Inflation()
    {
        if (ready)
            inflateEnd(&stream);
    }
    Inflation(const Inflation &) = delete;
    Inflation &operator=(const Inflation &) = delete;
};

ContentDecoding::ContentDecoding() = default;
ContentDecoding::~ContentDecoding() = default;

Result<QByteArray> ContentDecoding::feed(const QByteArray &encoding, const QByteArray &more)
{
    const QByteArray bytes = m_held.isEmpty() ? more : std::exchange(m_held, {}) + more;
    if (bytes.isEmpty())
        return bytes;
    if (!m_begun) {
        const QByteArray name = encoding.trimmed().toLower();
        const bool isPlain = name.isEmpty() || name == "identity";
        if (isPlain && bytes.size() < gzipMagic.size() && gzipMagic.startsWith(bytes)) {
            m_held = bytes;
            return QByteArray();
        }
        m_begun = true;
        const bool unsaid = isPlain && bytes.startsWith(gzipMagic);
        if (name == "gzip" || name == "x-gzip" || name == "deflate" || unsaid)
            m_inflation = std::make_unique<Inflation>();
        else if (!name.isEmpty() && name != "identity")
            return failure(ErrorKind::Protocol, u"the answer is packed with \"%1\", which was not asked for"_s.arg(
                                                    QString::fromLatin1(name.first(std::min<qsizetype>(name.size(), 40)))));
    }
    const Result<QByteArray> unpacked = m_inflation ? inflated(bytes) : Result<QByteArray>(bytes);
    return unpacked.transform([this](const QByteArray &plain) { return withoutMark(plain); });
}

QByteArray ContentDecoding::withoutMark(const QByteArray &bytes)
{
    if (m_isBehindMark)
        return bytes;
    const QByteArray begin = m_mark.isEmpty() ? bytes : std::exchange(m_mark, {}) + bytes;
    if (begin.size() < byteOrderMark.size() && byteOrderMark.startsWith(begin)) {
        m_mark = begin;
        return {};
    }
    m_isBehindMark = true;
    return begin.startsWith(byteOrderMark) ? begin.sliced(byteOrderMark.size()) : begin;
}

Result<QByteArray> ContentDecoding::inflated(const QByteArray &bytes)
{
    QByteArray out;
    z_stream &stream = m_inflation->stream;
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    QByteArray buffer(64 * 1024, Qt::Uninitialized);
    while (!m_inflation->over) {
        stream.next_out = reinterpret_cast<Bytef *>(buffer.data());
        stream.avail_out = static_cast<uInt>(buffer.size());
        const int code = m_inflation->ready ? inflate(&stream, Z_SYNC_FLUSH) : Z_MEM_ERROR;
        const qsizetype unpacked = buffer.size() - static_cast<qsizetype>(stream.avail_out);
        out.append(buffer.constData(), unpacked);
        if (code == Z_STREAM_END) {
            m_inflation->betweenMembers = inflateReset(&stream) == Z_OK;
            m_inflation->over = !m_inflation->betweenMembers;
        } else if (code != Z_OK && code != Z_BUF_ERROR) {
            if (!m_inflation->betweenMembers)
                return failure(ErrorKind::Protocol, u"the packed answer is broken"_s);
            m_inflation->over = true; // not another member
        } else if (unpacked > 0) {
            m_inflation->betweenMembers = false;
        }
        if (out.size() > MostPerPiece)
            return failure(ErrorKind::Protocol, u"the packed answer is too large"_s);
        if (code == Z_BUF_ERROR || (stream.avail_in == 0 && stream.avail_out > 0))
            break; // all that came is unpacked
    }
    return out;
}

} // namespace Tempera
