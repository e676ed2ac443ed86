// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/gguf/ggufreader.h"

#include "models/core/gguf/ggufformat.h"

#include <QHash>

#include <array>
#include <cstring>
#include <string_view>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

using namespace GgufFormat;

constexpr std::uint32_t OldestVersion = 2;
constexpr std::uint32_t NewestVersion = 3;
constexpr std::uint64_t MostKeys = 1 << 16;
constexpr std::uint64_t MostTensors = 1 << 20;
constexpr std::uint64_t MostKeyLength = 1 << 16;
constexpr std::uint64_t MostDimension = std::uint64_t{1} << 40;
constexpr std::uint32_t MostAlignment = 1 << 16;
// ggml's own bounds.
constexpr std::size_t TensorNameSize = 64;
constexpr std::uint32_t MostDimensions = 4;

/// A number of the file's head that the model's shape follows from.
struct KeyLimit {
    QLatin1StringView key; ///< After the architecture's name and a dot.
    std::int64_t least;
    std::int64_t most;
};

// Outside of these llama.cpp divides by zero, allocates without end or stops the program.
constexpr KeyLimit KeyLimits[] = {
    {"block_count"_L1, 1, 512},
    {"context_length"_L1, 1, std::int64_t{1} << 31},
    {"embedding_length"_L1, 1, 1 << 20},
    {"feed_forward_length"_L1, 0, 1 << 24},
    {"attention.head_count"_L1, 0, 1 << 14},
    {"attention.head_count_kv"_L1, 0, 1 << 14},
    {"attention.key_length"_L1, 1, 1 << 16},
    {"attention.value_length"_L1, 1, 1 << 16},
    {"rope.dimension_count"_L1, 0, 1 << 16},
    {"expert_count"_L1, 0, 1 << 12},
    {"expert_used_count"_L1, 0, 1 << 12},
};

class HeadReader
{
public:
    explicit HeadReader(std::span<const std::byte> file) : m_file(file) { }

    Result<GgufFacts> read()
    {
        for (const auto step :
             {&HeadReader::readHead, &HeadReader::readKeys, &HeadReader::checkNumbers, &HeadReader::readTensors}) {
            if (const Result<void> result = (this->*step)(); !result)
                return std::unexpected(result.error());
        }
        return m_facts;
    }

private:
    static std::unexpected<Error> broken(const QString &why) { return failure(ErrorKind::ModelBroken, why); }
    std::unexpected<Error> cutOff() const
    {
        return broken(u"the file is cut off: its header continues after %1 bytes"_s.arg(m_file.size()));
    }

    std::size_t left() const { return m_file.size() - m_at; }

    template<typename T>
    bool take(T &value)
    {
        if (left() < sizeof(T))
            return false;
        std::memcpy(&value, m_file.data() + m_at, sizeof(T));
        m_at += sizeof(T);
        return true;
    }

    bool takeText(std::string_view &text)
    {
        std::uint64_t length = 0;
        if (!take(length) || length > left())
            return false;
        text = {reinterpret_cast<const char *>(m_file.data() + m_at), static_cast<std::size_t>(length)};
        m_at += static_cast<std::size_t>(length);
        return true;
    }

    bool skip(std::uint64_t count, std::size_t size)
    {
        if (count > left() / size)
            return false;
        m_at += static_cast<std::size_t>(count) * size;
        return true;
    }

    Result<void> readHead()
    {
        char magic[4] = {};
        std::uint32_t version = 0;
        if (!take(magic))
            return broken(u"the file is too short to be a GGUF"_s);
        if (std::memcmp(magic, "GGUF", 4) != 0)
            return broken(u"this is not a GGUF file"_s);
        if (!take(version))
            return cutOff();
        if ((version & 0xFFFF) == 0)
            return broken(u"this GGUF was made for machines of the other byte order"_s);
        if (version < OldestVersion || version > NewestVersion)
            return broken(u"this GGUF has version %1; versions 2 and 3 can be read"_s.arg(version));
        if (!take(m_tensorCount) || !take(m_keyCount))
            return cutOff();
        if (m_keyCount > MostKeys || m_tensorCount > MostTensors)
            return broken(u"it claims to have %1 keys and %2 tensors"_s.arg(m_keyCount).arg(m_tensorCount));
        if (m_tensorCount == 0)
            return broken(u"it contains no tensors"_s);
        return {};
    }

    Result<void> readKeys()
    {
        for (std::uint64_t i = 0; i < m_keyCount; ++i) {
            std::string_view key;
            std::uint32_t type = 0;
            if (!takeText(key) || !take(type))
                return cutOff();
            if (key.empty() || key.size() > MostKeyLength)
                return broken(u"key %1 has no usable name"_s.arg(i + 1));
            if (type > static_cast<std::uint32_t>(GgufValue::F64))
                return broken(u"the key %1 has the unknown type %2"_s.arg(shown(key)).arg(type));
            if (const Result<void> value = readValue(QString::fromUtf8(key), static_cast<GgufValue>(type)); !value)
                return value;
        }
        if (!m_texts.contains(u"general.architecture"_s))
            return broken(u"it does not say which architecture it has"_s);
        m_facts.architecture = m_texts.value(u"general.architecture"_s);
        m_facts.name = m_texts.value(u"general.name"_s);
        m_facts.license = m_texts.value(u"general.license"_s);
        return {};
    }

    Result<void> readValue(const QString &key, GgufValue type)
    {
        if (type == GgufValue::String) {
            std::string_view text;
            if (!takeText(text))
                return cutOff();
            if (key.startsWith("general."_L1))
                m_texts.insert(key, shown(text));
            else if (key == "tokenizer.chat_template"_L1)
                m_facts.hasTemplate = !text.empty();
            return {};
        }
        if (type == GgufValue::Array)
            return readArray(key);
        const std::size_t start = m_at;
        if (!skip(1, sizeOf(type)))
            return cutOff();
        if (isWhole(type))
            m_numbers.insert(key, numberAt(start, type));
        else if (key.endsWith("epsilon"_L1) || key.endsWith("_eps"_L1))
            return checkEpsilon(key, realAt(start, type));
        return {};
    }

    Result<void> readArray(const QString &key)
    {
        std::uint32_t type = 0;
        std::uint64_t count = 0;
        if (!take(type) || !take(count))
            return cutOff();
        if (type > static_cast<std::uint32_t>(GgufValue::F64) || type == static_cast<std::uint32_t>(GgufValue::Array))
            return broken(u"the list %1 has the unknown type %2"_s.arg(key).arg(type));
        m_lengths.insert(key, static_cast<std::int64_t>(std::min<std::uint64_t>(count, INT64_MAX)));
        const auto valueType = static_cast<GgufValue>(type);
        if (valueType != GgufValue::String) {
            const std::size_t start = m_at;
            if (!skip(count, sizeOf(valueType)))
                return cutOff();
            return isWhole(valueType) ? checkElements(key, valueType, start, count) : Result<void>();
        }
        for (std::uint64_t i = 0; i < count; ++i) {
            std::string_view text;
            if (!takeText(text))
                return cutOff();
        }
        return {};
    }

    /// Numbers that may differ by layer come as lists.
    Result<void> checkElements(const QString &key, GgufValue type, std::size_t start, std::uint64_t count)
    {
        for (const KeyLimit &limit : KeyLimits) {
            if (!key.endsWith(u'.' + limit.key))
                continue;
            for (std::uint64_t i = 0; i < count; ++i) {
                const std::int64_t value = numberAt(start + static_cast<std::size_t>(i) * sizeOf(type), type);
                if (value < 0 || value > limit.most)
                    return broken(u"%1 cannot be %2"_s.arg(key).arg(value));
            }
        }
        return {};
    }

    /// What keeps a norm from dividing by zero; ggml ends the program at a negative one.
    static Result<void> checkEpsilon(const QString &key, double value)
    {
        return value >= 0 && value <= 1 ? Result<void>() : Result<void>(broken(u"%1 cannot be %2"_s.arg(key).arg(value)));
    }

    double realAt(std::size_t at, GgufValue type) const
    {
        if (type == GgufValue::F64) {
            double value = 0;
            std::memcpy(&value, m_file.data() + at, sizeof value);
            return value;
        }
        float value = 0;
        std::memcpy(&value, m_file.data() + at, sizeof value);
        return static_cast<double>(value);
    }

    std::int64_t numberAt(std::size_t at, GgufValue type) const
    {
        std::uint64_t bits = 0;
        const std::size_t size = sizeOf(type);
        std::memcpy(&bits, m_file.data() + at, size); // GGUF is little-endian
        if (type == GgufValue::I8 || type == GgufValue::I16 || type == GgufValue::I32) {
            const int unused = static_cast<int>(64 - 8 * size);
            return static_cast<std::int64_t>(bits << unused) >> unused;
        }
        return static_cast<std::int64_t>(bits);
    }

    Result<void> checkNumbers()
    {
        const QString prefix = m_facts.architecture + u'.';
        for (const KeyLimit &limit : KeyLimits) {
            const auto found = m_numbers.constFind(prefix + limit.key);
            if (found != m_numbers.cend() && (*found < limit.least || *found > limit.most))
                return broken(u"%1 cannot be %2"_s.arg(prefix + limit.key).arg(*found));
        }
        if (const auto found = m_numbers.constFind(prefix + "context_length"_L1); found != m_numbers.cend())
            m_facts.contextTokens = *found;
        takeShape(prefix);
        const std::int64_t words = m_lengths.value(u"tokenizer.ggml.tokens"_s, 0);
        for (auto it = m_numbers.cbegin(); it != m_numbers.cend(); ++it) {
            const bool isTokenId = it.key().startsWith("tokenizer.ggml."_L1) && it.key().endsWith("_token_id"_L1);
            // 2³² − 1 is how "none" is written.
            if (isTokenId && (*it < 0 || *it >= words) && *it != -1 && *it != 0xFFFFFFFF)
                return broken(u"%1 is %2, but there are only %3 tokens"_s.arg(it.key()).arg(*it).arg(words));
        }
        for (const QLatin1StringView list : {"scores"_L1, "token_type"_L1}) {
            const std::int64_t length = m_lengths.value("tokenizer.ggml."_L1 + list, words);
            if (length != words)
                return broken(u"it has %1 tokens but %2 entries in tokenizer.ggml.%3"_s.arg(words).arg(length).arg(list));
        }
        return {};
    }

    void takeShape(const QString &prefix)
    {
        const auto number = [&](QLatin1StringView key) { return m_numbers.value(prefix + key, 0); };
        m_facts.vocabulary = m_lengths.value(u"tokenizer.ggml.tokens"_s, 0);
        m_facts.layers = number("block_count"_L1);
        m_facts.width = number("embedding_length"_L1);
        m_facts.heads = number("attention.head_count"_L1);
        m_facts.keyHeads = number("attention.head_count_kv"_L1);
        m_facts.keyWidth = number("attention.key_length"_L1);
        m_facts.valueWidth = number("attention.value_length"_L1);
    }

    Result<void> readTensors()
    {
        const std::int64_t alignment = m_numbers.value(u"general.alignment"_s, 32);
        if (alignment < 1 || alignment > MostAlignment || (alignment & (alignment - 1)) != 0)
            return broken(u"general.alignment cannot be %1"_s.arg(alignment));
        const auto padded = [alignment](std::uint64_t bytes) {
            return (bytes + static_cast<std::uint64_t>(alignment) - 1) & ~(static_cast<std::uint64_t>(alignment) - 1);
        };
        std::uint64_t expected = 0; // the tensors lie one after the other
        for (std::uint64_t i = 0; i < m_tensorCount; ++i) {
            Result<Tensor> tensor = readTensor();
            if (!tensor)
                return std::unexpected(tensor.error());
            if (tensor->offset != expected)
                return broken(
                    u"the tensor %1 is at offset %2 instead of %3"_s.arg(tensor->name).arg(tensor->offset).arg(expected));
            expected = padded(expected + tensor->bytes);
            m_dataEnd = tensor->offset + tensor->bytes;
            m_facts.parameters += static_cast<std::int64_t>(tensor->numbers);
            m_bytesByType[tensor->type] += tensor->bytes;
        }
        const std::uint64_t start = padded(m_at);
        if (start > m_file.size() || m_dataEnd > m_file.size() - start)
            return broken(
                u"the file is cut off: it has %1 bytes, its tensors need %2"_s.arg(m_file.size()).arg(start + m_dataEnd));
        m_facts.tensors = static_cast<std::int64_t>(m_tensorCount);
        m_facts.tensorBytes = static_cast<std::int64_t>(m_dataEnd);
        m_facts.fileBytes = static_cast<std::int64_t>(m_file.size());
        m_facts.quantization = quantization();
        return {};
    }

    QString quantization() const
    {
        const std::int64_t said = m_numbers.value(u"general.file_type"_s, -1);
        if (const QString name = fileTypeName(said); !name.isEmpty())
            return name;
        const auto most = std::ranges::max_element(m_bytesByType);
        return QString::fromLatin1(typeOf(static_cast<std::uint32_t>(most - m_bytesByType.begin())).name);
    }

    struct Tensor {
        QString name = {};
        std::uint64_t offset = 0;
        std::uint64_t bytes = 0;
        std::uint64_t numbers = 0;
        std::uint32_t type = 0;
    };

    Result<Tensor> readTensor()
    {
        std::string_view name;
        std::uint32_t dimensions = 0;
        if (!takeText(name) || !take(dimensions))
            return cutOff();
        if (name.empty() || name.size() >= TensorNameSize)
            return broken(u"a tensor has no usable name"_s);
        Tensor tensor{.name = shown(name)};
        if (dimensions < 1 || dimensions > MostDimensions)
            return broken(u"the tensor %1 has %2 dimensions"_s.arg(tensor.name).arg(dimensions));
        std::uint64_t shape[MostDimensions] = {1, 1, 1, 1};
        std::uint32_t type = 0;
        for (std::uint32_t i = 0; i < dimensions; ++i) {
            if (!take(shape[i]))
                return cutOff();
        }
        if (!take(type) || !take(tensor.offset))
            return cutOff();
        const GgufBlock block = ggufBlock(type);
        if (block.numbers == 0)
            return broken(u"the tensor %1 has the unknown type %2"_s.arg(tensor.name).arg(type));
        const auto numbers = static_cast<std::uint64_t>(block.numbers);
        if (shape[0] % numbers != 0)
            return broken(
                u"the tensor %1 has rows of %2 numbers, not a multiple of %3"_s.arg(tensor.name).arg(shape[0]).arg(numbers));
        tensor.type = type;
        tensor.bytes = static_cast<std::uint64_t>(block.bytes);
        for (std::uint32_t i = 0; i < MostDimensions; ++i) {
            const std::uint64_t factor = i == 0 ? shape[0] / numbers : shape[i];
            if (factor == 0 || shape[i] > MostDimension || tensor.bytes > m_file.size() / factor)
                return broken(u"the tensor %1 is larger than the file"_s.arg(tensor.name));
            tensor.bytes *= factor;
        }
        tensor.numbers = tensor.bytes / static_cast<std::uint64_t>(block.bytes) * numbers;
        return tensor;
    }

    /// A name for display: no control characters, not endless.
    static QString shown(std::string_view text)
    {
        QString name = QString::fromUtf8(text.substr(0, 100));
        for (QChar &c : name) {
            if (!c.isPrint())
                c = u'\uFFFD';
        }
        return name;
    }

    std::span<const std::byte> m_file;
    std::size_t m_at = 0;
    std::uint64_t m_tensorCount = 0;
    std::uint64_t m_keyCount = 0;
    std::uint64_t m_dataEnd = 0;
    QHash<QString, QString> m_texts;
    QHash<QString, std::int64_t> m_numbers;
    QHash<QString, std::int64_t> m_lengths;
    std::array<std::uint64_t, std::size(TensorTypes)> m_bytesByType{};
    GgufFacts m_facts;
};

} // namespace

Result<GgufFacts> checkGguf(std::span<const std::byte> file)
{
    return HeadReader(file).read();
}

GgufBlock ggufBlock(std::uint32_t type)
{
    return typeOf(type).block;
}

} // namespace Tempera
