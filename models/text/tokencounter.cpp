// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/tokencounter.h"

#include "models/text/bytepairs.h"
#include "models/text/piecesplitter.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringDecoder>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

// Outside of any namespace, as Q_INIT_RESOURCE must be.
static void initTokenizerResources()
{
    Q_INIT_RESOURCE(tokenizers);
}

namespace Tempera {

class BpeEncoding::Private
{
public:
    QString name;
    BytePairs pairs;
    PieceSplitter splitter;
};

namespace {

/// Bytes that are surely UTF-8: `utf8` itself or, where it is not, a repaired copy in `storage`.
QByteArrayView validUtf8(QByteArrayView utf8, QByteArray &storage)
{
    if (utf8.isValidUtf8())
        return utf8;
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    const QString text = decoder.decode(utf8);
    storage = text.toUtf8();
    return storage;
}

} // namespace

BpeEncoding::BpeEncoding(std::unique_ptr<Private> priv) : d(std::move(priv)) { }

BpeEncoding::~BpeEncoding() = default;

Result<std::shared_ptr<const BpeEncoding>> BpeEncoding::read(const QString &name)
{
    initTokenizerResources();
    QFile file(u":/tempera/tokenizers/"_s + name + u".bpe"_s);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Internal, u"no such tokenizer in the program"_s, name);
    // Layout: resources/tokenizers/make.py.
    const QByteArray data = qUncompress(file.readAll());
    if (data.size() < 2)
        return failure(ErrorKind::Internal, u"the tokenizer's data is broken"_s, name);
    const qsizetype patternLength = qFromLittleEndian<quint16>(data.constData());
    auto priv = std::make_unique<Private>();
    priv->name = name;
    if (!priv->splitter.compile(QByteArrayView(data).sliced(2, patternLength))
        || !priv->pairs.read(QByteArrayView(data).sliced(2 + patternLength)))
        return failure(ErrorKind::Internal, u"the tokenizer's data is broken"_s, name);
    return std::shared_ptr<const BpeEncoding>(new BpeEncoding(std::move(priv)));
}

Result<std::shared_ptr<const BpeEncoding>> BpeEncoding::load(const QString &name)
{
    if (name == "o200k_base"_L1) {
        static const auto encoding = read(u"o200k_base"_s);
        return encoding;
    }
    if (name == "cl100k_base"_L1) {
        static const auto encoding = read(u"cl100k_base"_s);
        return encoding;
    }
    return failure(ErrorKind::Usage, u"unknown encoding \"%1\"; there are %2"_s.arg(name, names().join(u", "_s)));
}

QStringList BpeEncoding::names()
{
    return {u"o200k_base"_s, u"cl100k_base"_s};
}

QString BpeEncoding::name() const
{
    return d->name;
}

std::vector<int> BpeEncoding::encode(QByteArrayView utf8) const
{
    QByteArray storage;
    const QByteArrayView text = validUtf8(utf8, storage);
    std::vector<int> ids;
    ids.reserve(static_cast<std::size_t>(text.size() / 4 + 1));
    d->splitter.eachPiece(text, 0, [&](qsizetype start, qsizetype length) {
        d->pairs.encode(text.sliced(start, length), ids);
        return true;
    });
    return ids;
}

qsizetype BpeEncoding::count(QByteArrayView utf8) const
{
    QByteArray storage;
    const QByteArrayView text = validUtf8(utf8, storage);
    qsizetype tokens = 0;
    d->splitter.eachPiece(text, 0, [&](qsizetype start, qsizetype length) {
        tokens += d->pairs.count(text.sliced(start, length));
        return true;
    });
    return tokens;
}

void BpeEncoding::eachPiece(QByteArrayView utf8, qsizetype from, const PieceVisitor &visit) const
{
    d->splitter.eachPiece(
        utf8, from, [&](qsizetype start, qsizetype length) { return visit(start, d->pairs.count(utf8.sliced(start, length))); });
}

QByteArray BpeEncoding::decode(const std::vector<int> &ids) const
{
    QByteArray text;
    for (const int id : ids)
        text += d->pairs.bytes(id);
    return text;
}

std::optional<QString> encodingForModel(const QString &model)
{
    // A family's name ends where a version, size or date begins: "gpt-4" is not the head of "gpt-4.1".
    static const QRegularExpression o200k(u"^(chatgpt-4o|gpt-4o|gpt-4\\.1|gpt-4\\.5|gpt-oss|gpt-5(\\.\\d+)?|o[134])(?=$|[-@])"_s);
    static const QRegularExpression cl100k(
        u"^(gpt-4|gpt-3\\.5|gpt-35|text-embedding-ada|text-embedding-3|davinci-002|babbage-002)(?=$|[-@])"_s);
    static const QRegularExpression separator(u"[:/]"_s);
    // What is before a model's name. After it a fine-tune's owner may call itself as it likes ("ft:gpt-6:gpt-4o::id").
    static const QRegularExpression route(u"^(openai|openrouter|azure|azureopenai|litellm|github|chat|completion|completions|"
                                          u"responses|embedding|embeddings|realtime|assistant|deployment|ft)$"_s);
    static const QRegularExpression openWeights(u"^gpt-oss(?=$|[-@])"_s);
    const QStringList parts = model.toLower().split(separator, Qt::SkipEmptyParts);
    const auto name = std::ranges::find_if_not(parts, [](const QString &part) { return route.match(part).hasMatch(); });
    if (name != parts.end() && o200k.match(*name).hasMatch())
        return u"o200k_base"_s;
    if (name != parts.end() && cl100k.match(*name).hasMatch())
        return u"cl100k_base"_s;
    // Everyone may serve open weights; a file of one's own may hold anything.
    const bool isOpen = !parts.isEmpty() && parts.first() != "local"_L1
                        && std::ranges::any_of(parts, [](const QString &part) { return openWeights.match(part).hasMatch(); });
    return isOpen ? std::optional(u"o200k_base"_s) : std::nullopt;
}

TokenCount countMessages(const BpeEncoding &encoding, const Messages &messages)
{
    constexpr std::int64_t perMessage = 3;
    constexpr std::int64_t forAnswer = 3;
    TokenCount result{forAnswer, Exactness::Estimate};
    for (const Message &message : messages) {
        result.tokens += perMessage + encoding.count(roleName(message.role).toUtf8());
        result.tokens += encoding.count(message.text.toUtf8());
    }
    return result;
}

Result<TokenCount> estimateTokens(const Messages &messages)
{
    const auto encoding = BpeEncoding::load(u"o200k_base"_s);
    if (!encoding)
        return std::unexpected(encoding.error());
    return countMessages(**encoding, messages);
}

} // namespace Tempera
