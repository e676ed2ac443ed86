// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/scripttexts.h"

#include "models/text/scriptguard.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Tempera {
namespace {

/// Marks upon one letter; no writing has more than a few, and putting them in order takes their number squared.
constexpr int mostMarks = 1024;

enum TextGuard {
    FirstPlace,  ///< indexOf
    LastPlace,   ///< lastIndexOf
    HasText,     ///< includes
    ComparesEnd, ///< startsWith, endsWith: compare once.
    SplitsText,  ///< split
    ReplacesFirst,
    ReplacesAll,
    OrdersMarks, ///< normalize, localeCompare: puts marks in order.
};

/// How what is given instead of a text may do the work itself: as a member of this symbol.
struct TextFunction {
    GuardedFunction function;
    const char *symbol = nullptr;
};

constexpr std::array textFunctions{
    TextFunction{{"indexOf", FirstPlace}},
    TextFunction{{"lastIndexOf", LastPlace}},
    TextFunction{{"includes", HasText}},
    TextFunction{{"startsWith", ComparesEnd}},
    TextFunction{{"endsWith", ComparesEnd}},
    TextFunction{{"split", SplitsText}, "split"},
    TextFunction{{"replace", ReplacesFirst}, "replace"},
    TextFunction{{"replaceAll", ReplacesAll}, "replace"},
    TextFunction{{"normalize", OrdersMarks}},
    TextFunction{{"localeCompare", OrdersMarks}},
};

/// Puts together what replace() gives; `pieces` is what was between the places where `search` was found.
constexpr QByteArrayView joinedPieces = R"js((look) => (text, pieces, search, by) => {
    const isCalled = typeof by === 'function';
    if (!isCalled) by = `${by}`;
    let out = pieces[0], at = pieces[0].length;
    for (let i = 1; i < pieces.length; ++i) {
        look();
        const behind = at + search.length;
        out += isCalled ? `${by(search, at, text)}` : by.replace(/\$([$&`'])/g, (whole, sign) =>
            sign === '$' ? '$' : sign === '&' ? search : sign === '`' ? text.slice(0, at) : text.slice(behind));
        out += pieces[i];
        at = behind + pieces[i].length;
    }
    return out;
})js";

/// A text as bytes in which each UTF-16 unit is a sequence of its own (CESU-8): what is found in the bytes is found in the text.
class ScriptText
{
public:
    ScriptText(JSContext *context, JSValueConst value) : m_context(context)
    {
        std::size_t size = 0;
        m_data = JS_ToCStringLen2(context, &size, value, 1);
        m_bytes = {m_data ? m_data : "", m_data ? size : 0};
    }
    ~ScriptText()
    {
        if (m_data)
            JS_FreeCString(m_context, m_data);
    }
    ScriptText(const ScriptText &) = delete;
    ScriptText &operator=(const ScriptText &) = delete;

    [[nodiscard]] bool isThere() const { return m_data != nullptr; }
    [[nodiscard]] std::string_view bytes() const { return m_bytes; }

    static bool isUnit(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }
    [[nodiscard]] double unitsBefore(std::size_t offset) const
    {
        return static_cast<double>(std::ranges::count_if(m_bytes.substr(0, offset), isUnit));
    }
    [[nodiscard]] std::size_t offsetOf(double units) const
    {
        std::size_t at = 0;
        for (; at < m_bytes.size() && units >= 1; --units) {
            do
                ++at;
            while (at < m_bytes.size() && !isUnit(m_bytes[at]));
        }
        return at;
    }

private:
    JSContext *m_context;
    const char *m_data = nullptr;
    std::string_view m_bytes;
};

constexpr std::size_t noPlace = std::string_view::npos;

/// The first place of `wanted` at or after `from`. memmem() is linear, for short ones but for a factor of their length.
/// Nothing where a limit is reached.
std::optional<std::size_t> placeIn(std::string_view text, std::string_view wanted, std::size_t from, JsRuntime &runtime)
{
    constexpr std::size_t longNeedle = 256;
    constexpr std::size_t bytesAtOnce = 1 << 20;
    for (std::size_t begin = from; begin <= text.size() && text.size() - begin >= wanted.size(); begin += bytesAtOnce) {
        if (runtime.mustStop())
            return std::nullopt;
        const std::size_t rest = text.size() - begin;
        const std::size_t size = wanted.size() < longNeedle ? std::min(rest, bytesAtOnce + wanted.size() - 1) : rest;
        const void *found = ::memmem(text.data() + begin, size, wanted.data(), wanted.size());
        if (found)
            return static_cast<std::size_t>(static_cast<const char *>(found) - text.data());
        if (size == rest)
            break;
    }
    return noPlace;
}

/// The last place that begins at `end` or before.
std::optional<std::size_t> lastPlaceIn(std::string_view text, std::string_view wanted, std::size_t end, JsRuntime &runtime)
{
    const std::string_view before = text.substr(0, std::min(text.size(), end + wanted.size()));
    const std::string reversedText(before.rbegin(), before.rend());
    const std::string reversed(wanted.rbegin(), wanted.rend());
    const std::optional<std::size_t> found = placeIn(reversedText, reversed, 0, runtime);
    return found && *found != noPlace ? std::optional(before.size() - *found - wanted.size()) : found;
}

/// A search for a text of which the native one would take long.
class LongSearch
{
public:
    LongSearch(JSContext *context, JSValueConst text, JSValueConst wanted)
        : m_context(context), m_value(text), m_text(context, text), m_wanted(context, wanted)
    {
    }

    JSValue answer(TextGuard guard, double length, int count, JSValueConst *arguments);
    /// What is between the places of the text, as a list, of at most so many places.
    JsValue pieces(double mostPlaces);

private:
    JSContext *m_context;
    JSValueConst m_value;
    ScriptText m_text;
    ScriptText m_wanted;
};

JSValue LongSearch::answer(TextGuard guard, double length, int count, JSValueConst *arguments)
{
    const bool isLast = guard == LastPlace;
    const double otherwise = isLast ? length : 0;
    const std::optional<double> told = secondArgument(m_context, count, arguments, otherwise, otherwise);
    if (!told || !m_text.isThere() || !m_wanted.isThere())
        return JS_EXCEPTION;
    JsRuntime &runtime = jsRuntimeOf(m_context);
    const std::size_t offset = m_text.offsetOf(std::clamp(*told, 0.0, length));
    const std::optional<std::size_t> found = isLast ? lastPlaceIn(m_text.bytes(), m_wanted.bytes(), offset, runtime)
                                                    : placeIn(m_text.bytes(), m_wanted.bytes(), offset, runtime);
    if (!found)
        return loopInterrupted(m_context);
    if (guard == HasText)
        return JS_NewBool(m_context, *found == noPlace ? 0 : 1);
    return *found == noPlace ? JS_NewInt32(m_context, -1) : JS_NewFloat64(m_context, m_text.unitsBefore(*found));
}

JsValue LongSearch::pieces(double mostPlaces)
{
    JsValue list(m_context, JS_NewArray(m_context));
    const JsValue slice = property(m_context, m_value, "slice");
    if (list.isException() || !m_text.isThere() || !m_wanted.isThere())
        return {m_context, JS_EXCEPTION};
    const std::string_view text = m_text.bytes();
    std::uint32_t pieces = 0;
    double unit = 0; // where the piece begins
    const auto add = [&](std::size_t begin, std::size_t end) {
        const double units = static_cast<double>(std::ranges::count_if(text.substr(begin, end - begin), ScriptText::isUnit));
        std::array<JSValue, 2> places{JS_NewFloat64(m_context, unit), JS_NewFloat64(m_context, unit + units)};
        const JSValue piece = JS_Call(m_context, slice.get(), m_value, 2, places.data());
        unit += units;
        return !JS_IsException(piece) && JS_DefinePropertyValueUint32(m_context, list.get(), pieces++, piece, JS_PROP_C_W_E) >= 0;
    };
    const double wantedUnits = m_wanted.unitsBefore(m_wanted.bytes().size());
    std::size_t begin = 0;
    while (pieces < mostPlaces) {
        const std::optional<std::size_t> found = placeIn(text, m_wanted.bytes(), begin, jsRuntimeOf(m_context));
        if (!found)
            return {m_context, loopInterrupted(m_context)};
        if (*found == noPlace)
            break;
        if (!add(begin, *found))
            return {m_context, JS_EXCEPTION};
        begin = *found + m_wanted.bytes().size();
        unit += wantedUnits;
    }
    if (!add(begin, text.size()))
        return {m_context, JS_EXCEPTION};
    return list;
}

/// split(): as many pieces as were asked for, else all.
JSValue splitLongText(JSContext *context, LongSearch &search, int count, JSValueConst *arguments)
{
    std::uint32_t most = std::numeric_limits<std::uint32_t>::max();
    if (count > 1 && !JS_IsUndefined(arguments[1]) && JS_ToUint32(context, &most, arguments[1]) < 0)
        return JS_EXCEPTION;
    JsValue list = search.pieces(most);
    if (list.isException())
        return JS_EXCEPTION;
    if (lengthOf(context, list.get()) > most && JS_SetPropertyStr(context, list.get(), "length", JS_NewInt64(context, most)) < 0)
        return JS_EXCEPTION;
    return list.release();
}

JSValue replaceInLongText(JSContext *context, JSValueConst text, JSValueConst wanted, JSValueConst by, double mostPlaces)
{
    const JsValue pieces = LongSearch(context, text, wanted).pieces(mostPlaces);
    const JsValue assemble = pieces.isException() ? JsValue(context, JS_EXCEPTION) : writtenFunction(context, joinedPieces);
    if (assemble.isException())
        return JS_EXCEPTION;
    std::array<JSValueConst, 4> arguments{text, pieces.get(), wanted, by};
    return JS_Call(context, assemble.get(), JS_UNDEFINED, static_cast<int>(arguments.size()), arguments.data());
}

/// Whether more marks follow one another than any writing has.
bool hasTooManyMarks(QStringView text)
{
    int marks = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t character = text.at(i).unicode();
        if (text.at(i).isHighSurrogate() && i + 1 < text.size()) {
            character = QChar::surrogateToUcs4(text.at(i), text.at(i + 1));
            ++i;
        }
        marks = QChar::combiningClass(character) == 0 ? 0 : marks + 1;
        if (marks > mostMarks)
            return true;
    }
    return false;
}

bool isOrderable(JSContext *context, JSValueConst value)
{
    const JsValue text(context, JS_ToString(context, value));
    if (text.isException()) {
        JS_FreeValue(context, JS_GetException(context)); // the function itself will meet it
        return true;
    }
    return lengthOf(context, text.get()) <= mostMarks || !hasTooManyMarks(toText(context, text.get()));
}

/// What is given to a text's function as a text. Without a value where it is none: it does the work itself (a RegExp), or is
/// refused by the function.
std::optional<JsValue> givenText(JSContext *context, int count, JSValueConst *arguments, JSValueConst symbol)
{
    if (count == 0)
        return std::nullopt;
    if (!JS_IsObject(arguments[0]))
        return JS_IsString(arguments[0]) ? std::optional(JsValue(context, JS_DupValue(context, arguments[0]))) : std::nullopt;
    if (!JS_IsUndefined(symbol)) {
        const JSAtom name = JS_ValueToAtom(context, symbol);
        const JsValue worker(context, JS_GetProperty(context, arguments[0], name));
        JS_FreeAtom(context, name);
        if (worker.isException())
            return JsValue(context, JS_EXCEPTION);
        if (!JS_IsUndefined(worker.get()) && !JS_IsNull(worker.get()))
            return std::nullopt;
    }
    return JsValue(context, JS_ToString(context, arguments[0]));
}

/// What stands for a function of texts: data[0] is the function, data[1] the symbol of those that may work in its place.
JSValue guardedText(JSContext *context, JSValueConst self, int count, JSValueConst *arguments, int kind, JSValue *data)
{
    const auto guard = static_cast<TextGuard>(kind);
    const auto native = [&] { return JS_Call(context, data[0], self, count, arguments); };
    const bool isShort = JS_IsString(self) && guard != OrdersMarks && lengthOf(context, self) <= unguardedLength;
    if (isShort || JS_IsUndefined(self) || JS_IsNull(self))
        return native();
    const JsValue text(context, JS_ToString(context, self));
    if (text.isException())
        return JS_EXCEPTION;
    const double length = lengthOf(context, text.get());
    if (guard == OrdersMarks) {
        const bool isBearable = isOrderable(context, text.get()) && (count == 0 || isOrderable(context, arguments[0]));
        return isBearable ? native() : JS_ThrowRangeError(context, "too many marks upon one letter");
    }
    if (length <= unguardedLength)
        return native();
    if (jsRuntimeOf(context).mustStop())
        return loopInterrupted(context);
    if (guard == ComparesEnd)
        return native();
    if (guard == HasText && count > 0 && JS_IsObject(arguments[0])) { // refuses a RegExp
        const JsValue none(context, JS_NewString(context, ""));
        const JsValue tried(context, JS_Call(context, data[0], none.get(), 1, arguments));
        if (tried.isException())
            return JS_EXCEPTION;
    }
    const std::optional<JsValue> wanted = givenText(context, count, arguments, data[1]);
    if (!wanted)
        return native();
    if (wanted->isException())
        return JS_EXCEPTION;
    if (lengthOf(context, wanted->get()) * length <= unguardedComparisons)
        return native();
    if (guard == ReplacesFirst || guard == ReplacesAll) {
        const double most = guard == ReplacesFirst ? 1 : std::numeric_limits<std::uint32_t>::max();
        return replaceInLongText(context, text.get(), wanted->get(), count > 1 ? arguments[1] : JS_UNDEFINED, most);
    }
    LongSearch search(context, text.get(), wanted->get());
    return guard == SplitsText ? splitLongText(context, search, count, arguments)
                               : search.answer(guard, length, count, arguments);
}

} // namespace

void guardTextSearches(JSContext *context)
{
    const JsValue global(context, JS_GetGlobalObject(context));
    const JsValue prototype = property(context, property(context, global.get(), "String").get(), "prototype");
    const JsValue symbols = property(context, global.get(), "Symbol");
    for (const TextFunction &each : textFunctions) {
        const JsValue symbol = each.symbol ? property(context, symbols.get(), each.symbol) : JsValue(context, JS_UNDEFINED);
        const JSValueConst more = symbol.get();
        guardFunction(context, prototype.get(), each.function, &guardedText, {&more, 1});
    }
}

} // namespace Tempera
