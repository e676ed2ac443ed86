// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/storage/randomcell.h"

#include "tests/support/everysetting.h"

#include <algorithm>
#include <bit>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {

using std::chrono::microseconds;
using std::chrono::milliseconds;

QString RandomCells::text()
{
    static const QStringList texts{QString(),
                                   u"x"_s,
                                   u" a blank in front"_s,
                                   u"\uFEFFbyte order mark"_s,
                                   u"\uFEFF\uFEFF"_s,
                                   u"two\nlines\t"_s,
                                   u"'; DROP TABLE cells; --"_s,
                                   u"灯塔 \u05d0\u05d1 👩‍🚀"_s,
                                   u"with \0 inside"_s,
                                   u"{\"json\": [1, 2]}"_s,
                                   u"%1 %2 ?"_s,
                                   QString(3000, u'ß')};
    return texts.at(m_random.bounded(static_cast<int>(texts.size())));
}

std::int64_t RandomCells::whole()
{
    return pick<std::int64_t>({0, 1, 17, 1'000'000, 1LL << 31, (1LL << 53) + 1, std::numeric_limits<std::int64_t>::max()});
}

float RandomCells::anyFloat()
{
    const float value = std::bit_cast<float>(m_random.generate());
    return value == value ? value : -0.0f; // NaN would not be equal to itself
}

SamplingSettings RandomCells::sampling()
{
    SamplingSettings made;
    made.temperature = maybe(real());
    made.topK = maybe(static_cast<int>(m_random.bounded(100)));
    made.topP = maybe(real());
    made.minP = maybe(real());
    made.repeatPenalty = maybe(real());
    made.frequencyPenalty = maybe(real());
    made.presencePenalty = maybe(real());
    if (coin()) {
        const SamplingSettings every = everySetting();
        for (const Parameter parameter : allParameters()) {
            if (coin() && !made.isSet(parameter))
                std::visit([&](auto field) { made.*field = every.*field; }, parameterFacts(parameter).field);
        }
        made.grammar = text();
        made.logitBias.append({.token = -1, .text = u"x"_s + text(), .bias = real()});
    }
    made.seed = maybe<std::uint64_t>(m_random.generate64());
    made.stop.clear();
    made.maxTokens = maybe(static_cast<int>(m_random.bounded(100'000)));
    for (quint32 i = m_random.bounded(3); i > 0; --i)
        made.stop.append(text());
    return made;
}

Endpoint RandomCells::endpoint()
{
    Endpoint made;
    made.kind =
        pick({EndpointKind::Local, EndpointKind::Remote, EndpointKind::Echo, EndpointKind::Unknown, EndpointKind::Script});
    made.id = pick({u"local:tempera-mini"_s, u"openai:chat:gpt-4o-mini"_s, u"gibt es nicht:ä"_s});
    made.model = pick({u"tempera-mini"_s, u"gpt-4o-mini"_s, u"qwen/qwen3:free"_s});
    made.modelPath = pick({QString(), u"/models/ä b.gguf"_s});
    made.baseUrl = QUrl(pick({QString(), u"https://api.openai.com/v1"_s, u"http://[::1]:8080/v1?version=2%2F3"_s}));
    made.addressFrom = pick({QString(), u"OPENAI_BASE_URL"_s});
    made.keyName = pick({QString(), u"OPENAI_API_KEY"_s});
    if (coin())
        made.body = {{u"top_a"_s, "0.5"_ba}, {u"tools"_s, R"([{"type": "function"}])"_ba}};
    if (coin())
        made.limitName = u"max_completion_tokens"_s;
    if (coin())
        made.wire = u"pigeon"_s;
    if (coin())
        made.members = {QUrl(u"http://10.0.0.1:8080/v1"_s), QUrl(u"http://10.0.0.2:8080/v1"_s)};
    if (coin())
        made.headers = {{u"X-Title"_s, u"Tempera"_s}, {u"HTTP-Referer"_s, u"https://example.org/ä"_s}};
    return made;
}

GenerationRequest RandomCells::request(const CellKey &key)
{
    GenerationRequest made;
    made.key = key;
    made.endpoint = endpoint();
    for (quint32 i = m_random.bounded(4); i > 0; --i)
        made.messages.append(Message{pick({Role::System, Role::User, Role::Assistant}), text()});
    made.form = pick({PromptForm::Chat, PromptForm::Continuation});
    made.sampling = sampling();
    made.timeouts = {milliseconds(whole()), milliseconds(whole()), milliseconds(whole()), std::nullopt};
    if (coin())
        made.timeouts.total = milliseconds(whole());
    made.retry = {static_cast<int>(m_random.bounded(9)), milliseconds(whole()), milliseconds(whole())};
    made.wantTrace = coin();
    made.strict = coin();
    return made;
}

Usage RandomCells::usage()
{
    const auto tokens = [this] { return maybe(pick<std::int64_t>({0, 1, 17, 1'000'000, MostTokens})); };
    return {tokens(), tokens(), tokens(), tokens(), tokens(), tokens(), pick({Exactness::Exact, Exactness::Estimate})};
}

Timings RandomCells::timings()
{
    return {maybe(microseconds(whole())), maybe(microseconds(whole())), maybe(microseconds(whole())), maybe(real())};
}

Error RandomCells::error()
{
    Error made;
    made.kind = pick({ErrorKind::Network, ErrorKind::RateLimited, ErrorKind::UnsupportedParameter, ErrorKind::Internal});
    made.detail = text();
    made.place = pick({QString(), u"https://api.openai.com"_s});
    made.line = static_cast<int>(m_random.bounded(100));
    made.column = static_cast<int>(m_random.bounded(100));
    made.httpStatus = pick({0, 400, 429, 503});
    made.parameter = pick({QString(), u"temperature"_s});
    made.retryAfter = maybe(milliseconds(whole()));
    made.shouldRetry = maybe(coin());
    return made;
}

Grade RandomCells::grade()
{
    const auto outcome = [this] { return pick({Outcome::Pass, Outcome::Fail, Outcome::Error, Outcome::NotEvaluated}); };
    Grade made{outcome(), real(), {}};
    for (quint32 i = m_random.bounded(4); i > 0; --i)
        made.verdicts.append(Verdict{u"not-contains"_s, outcome(), real(), real(), u"tone"_s, text()});
    for (Verdict &verdict : made.verdicts) {
        for (quint32 i = m_random.bounded(3); i > 0; --i)
            verdict.parts.append(VerdictPart{coin(), real(), text()});
        for (quint32 i = m_random.bounded(3); i > 0; --i)
            verdict.evidence.append(AnswerSpan{m_random.bounded(1000), m_random.bounded(1000)});
        if (coin())
            verdict.asked = JudgeUse{QByteArray("\x01\xff\0z", 4),
                                     text(),
                                     usage(),
                                     maybe(Money::fromNano(m_random.bounded(1'000'000))),
                                     coin(),
                                     maybe(coin()),
                                     real()};
    }
    return made;
}

TokenTrace RandomCells::token()
{
    TokenTrace made;
    made.chosen = static_cast<std::int32_t>(m_random.generate());
    made.chosenLogit = anyFloat();
    made.chosenProbability = anyFloat();
    made.random = m_random.generateDouble();
    made.piece = pick({QByteArray(), QByteArray(" Paris"), QByteArray("\xf0\x9f", 2), QByteArray(1, '\0')});
    for (quint32 i = m_random.bounded(40); i > 0; --i)
        made.candidates.push_back({static_cast<std::int32_t>(m_random.bounded(200'000)), anyFloat()});
    if (coin())
        std::ranges::sort(made.candidates, std::greater(), &Candidate::logit);
    if (coin()) {
        made.tail.highest = anyFloat();
        made.tail.binWidth = anyFloat();
        for (std::uint32_t &count : made.tail.counts)
            count = m_random.generate() >> m_random.bounded(32);
    }
    made.time = microseconds(m_random.generate64() >> 2);
    made.topOnly = coin();
    if (coin()) {
        for (std::size_t i = 0; i < made.candidates.size(); ++i)
            made.pieces.push_back(pick({QByteArray(), QByteArray(" Rome"), QByteArray("\xe2\x82", 2)}));
    }
    return made;
}

CellAttempt RandomCells::attempt()
{
    CellAttempt made;
    made.endpoint = pick({u"openai:chat:gpt-4o-mini"_s, u"local:tempera-mini"_s});
    made.model = pick({QString(), u"gpt-4o-mini-2024-07-18"_s});
    made.end =
        pick({AttemptEnd::Answered, AttemptEnd::ChecksFailed, AttemptEnd::Failed, AttemptEnd::Cancelled, AttemptEnd::NotAsked});
    if (coin())
        made.error = error();
    made.reason = text();
    made.text = text();
    made.usage = usage();
    made.total = maybe(microseconds(m_random.bounded(1'000'000)));
    made.retries = static_cast<int>(m_random.bounded(5));
    made.cost = maybe(Money::fromNano(m_random.bounded(1'000'000'000)));
    if (coin())
        made.judges = usage();
    return made;
}

/// What the ledger has of a cell alone, and not of an answer that is kept.
void RandomCells::addFacts(Cell &made)
{
    const auto tokens = [this] { return maybe(pick<std::int64_t>({0, 1, 17, MostTokens})); };
    made.usage.imageTokens = tokens();
    made.usage.audioInputTokens = tokens();
    made.usage.audioOutputTokens = tokens();
    made.usage.serviceTier = pick<std::optional<QString>>({std::nullopt, QString(u""_s), u"flex"_s, u"priority"_s});
    made.timings.gaps = maybe(TextGaps{microseconds(whole()), microseconds(whole()), microseconds(whole())});
    made.timings.bytes = maybe<std::int64_t>(whole());
}

Cell RandomCells::cell(const CellKey &key)
{
    Cell made;
    made.request = request(key);
    made.state = pick({CellState::Done, CellState::Failed, CellState::Cancelled});
    made.model = pick({QString(), u"gpt-4o-mini-2024-07-18"_s});
    made.modelHash = pick({QByteArray(), QByteArray(32, '\xa7').toHex()});
    made.notes = pick({Notes(), Notes{{NoteKind::TemplateAssumed, u"ChatML"_s}, {NoteKind::SchemaViolated, text()}},
                       Notes{{NoteKind::FromCache, u"$0.01"_s}}});
    made.text = text();
    made.reasoning = text();
    made.loadingFraction = m_random.generateDouble();
    made.retries = static_cast<int>(m_random.bounded(5));
    made.usage = usage();
    made.timings = timings();
    made.finishReason = pick(
        {FinishReason::Stop, FinishReason::Length, FinishReason::ContentFilter, FinishReason::Cancelled, FinishReason::Other});
    made.seed = maybe<std::uint64_t>(m_random.generate64());
    made.reproducibility = pick({Reproducibility::Unknown, Reproducibility::Fast, Reproducibility::Strict});
    if (coin())
        made.error = error();
    made.cost = maybe(Money::fromNano(m_random.bounded(1'000'000'000)));
    if (coin())
        made.grade = grade();
    for (quint32 i = m_random.bounded(4); i > 0; --i)
        made.trace.push_back(std::make_shared<TokenTrace>(token()));
    if (coin()) {
        made.attempts = {attempt(), attempt()};
        made.attempts.last().isResult = true;
    }
    if (coin()) {
        GenerationRequest planned = request({});
        planned.messages.clear();
        made.planned = std::make_shared<const GenerationRequest>(planned);
    }
    addFacts(made);
    return made;
}

QString firstDifference(const Cell &a, const Cell &b)
{
    if (a.request.key != b.request.key)
        return u"key"_s;
    if (a.request.endpoint != b.request.endpoint)
        return u"endpoint"_s;
    if (a.request.messages != b.request.messages)
        return u"messages"_s;
    if (a.request.sampling != b.request.sampling)
        return u"sampling"_s;
    if (a.request != b.request)
        return u"request"_s;
    if (a.attempts != b.attempts)
        return u"attempts"_s;
    if (!a.planned != !b.planned || (a.planned && *a.planned != *b.planned))
        return u"planned"_s;
    if (a.state != b.state)
        return u"state"_s;
    if (a.model != b.model)
        return u"model"_s;
    if (a.modelHash != b.modelHash)
        return u"modelHash"_s;
    if (a.notes != b.notes)
        return u"notes"_s;
    if (a.text != b.text)
        return u"text"_s;
    if (a.reasoning != b.reasoning)
        return u"reasoning"_s;
    if (a.loadingFraction != b.loadingFraction)
        return u"loadingFraction"_s;
    if (a.retries != b.retries)
        return u"retries"_s;
    if (a.usage != b.usage)
        return u"usage"_s;
    if (a.timings != b.timings)
        return u"timings"_s;
    if (a.finishReason != b.finishReason)
        return u"finishReason"_s;
    if (a.seed != b.seed)
        return u"seed"_s;
    if (a.reproducibility != b.reproducibility)
        return u"reproducibility"_s;
    if (a.error != b.error)
        return u"error"_s;
    if (a.cost != b.cost)
        return u"cost"_s;
    if (a.grade != b.grade)
        return u"grade"_s;
    const bool sameTrace = std::ranges::equal(a.trace, b.trace, [](const auto &x, const auto &y) { return *x == *y; });
    return sameTrace ? QString() : u"trace"_s;
}

} // namespace Tempera
