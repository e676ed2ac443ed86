// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/requestcodec.h"

#include "app/storage/guardedtext.h"
#include "models/core/jsontext.h"
#include "models/core/secrets.h"
#include "models/core/secrettext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

using std::chrono::milliseconds;

/// Written once, read by both directions.
template<typename Value, std::size_t count>
using Names = std::array<std::pair<Value, QLatin1StringView>, count>;

constexpr Names<EndpointKind, 5> kindNames{{{EndpointKind::Unknown, "unknown"_L1},
                                            {EndpointKind::Local, "local"_L1},
                                            {EndpointKind::Remote, "openai-chat"_L1},
                                            {EndpointKind::Echo, "echo"_L1},
                                            {EndpointKind::Script, "script"_L1}}};
constexpr Names<PromptForm, 2> formNames{{{PromptForm::Chat, "chat"_L1}, {PromptForm::Continuation, "continuation"_L1}}};
constexpr Names<Reproducibility, 3> reproducibilityNames{
    {{Reproducibility::Unknown, "unknown"_L1}, {Reproducibility::Fast, "fast"_L1}, {Reproducibility::Strict, "strict"_L1}}};

template<typename Value, std::size_t count>
QString nameOf(const Names<Value, count> &names, Value value)
{
    for (const auto &[candidate, name] : names) {
        if (candidate == value)
            return name;
    }
    return names.front().second;
}

/// The first of the list for an unknown word.
template<typename Value, std::size_t count>
Value valueOf(const Names<Value, count> &names, const QString &word)
{
    for (const auto &[value, name] : names) {
        if (name == word)
            return value;
    }
    return names.front().first;
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/// As it is written, unless something secret is in it.
QString memberToText(const QByteArray &member)
{
    const QJsonValue value = QJsonDocument::fromJson('[' + member + ']').array().first();
    const QJsonValue open = withoutSecretMembers(value);
    if (open == value)
        return QString::fromUtf8(member);
    return QString::fromUtf8(jsonText(open));
}

QJsonObject bodyToJson(const QMap<QString, QByteArray> &body)
{
    QJsonObject json;
    for (const auto &[name, value] : body.asKeyValueRange())
        json.insert(name, isSecretName(name) ? u'"' + redactionMark() + u'"' : memberToText(value));
    return json;
}

QJsonObject endpointToJson(const Endpoint &endpoint)
{
    QJsonObject headers;
    for (auto it = endpoint.headers.begin(); it != endpoint.headers.end(); ++it) {
        if (isPublicHeader(it.key()))
            headers.insert(it.key(), it.value());
    }
    QJsonArray members;
    for (const QUrl &each : endpoint.members)
        members.append(withoutAddressSecrets(each.toString(QUrl::FullyEncoded)));
    QJsonObject json{{u"kind"_s, nameOf(kindNames, endpoint.kind)},
                     {u"id"_s, withoutAddressSecrets(endpoint.id)},
                     {u"model"_s, withoutAddressSecrets(endpoint.model)},
                     {u"path"_s, endpoint.modelPath},
                     {u"url"_s, withoutAddressSecrets(endpoint.baseUrl.toString(QUrl::FullyEncoded))},
                     {u"address_from"_s, endpoint.addressFrom},
                     {u"key_name"_s, endpoint.keyName},
                     {u"body"_s, bodyToJson(endpoint.body)},
                     {u"limit_name"_s, endpoint.limitName},
                     {u"wire"_s, endpoint.wire},
                     {u"api_version"_s, endpoint.apiVersion},
                     {u"headers"_s, headers}};
    if (!members.isEmpty())
        json.insert(u"members"_s, members);
    return json;
}

Endpoint endpointFromJson(const QJsonObject &json)
{
    Endpoint endpoint;
    endpoint.kind = valueOf(kindNames, json.value("kind"_L1).toString());
    endpoint.id = json.value("id"_L1).toString();
    endpoint.model = json.value("model"_L1).toString();
    endpoint.modelPath = json.value("path"_L1).toString();
    endpoint.baseUrl = QUrl(json.value("url"_L1).toString());
    endpoint.addressFrom = json.value("address_from"_L1).toString();
    endpoint.keyName = json.value("key_name"_L1).toString();
    endpoint.limitName = json.value("limit_name"_L1).toString();
    endpoint.wire = json.value("wire"_L1).toString();
    endpoint.apiVersion = json.value("api_version"_L1).toString();
    for (const QJsonValue &each : json.value("members"_L1).toArray())
        endpoint.members.append(QUrl(each.toString()));
    const QJsonObject body = json.value("body"_L1).toObject();
    for (auto it = body.begin(); it != body.end(); ++it)
        endpoint.body.insert(it.key(), it.value().toString().toUtf8());
    const QJsonObject headers = json.value("headers"_L1).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        endpoint.headers.insert(it.key(), it.value().toString());
    return endpoint;
}

template<typename Change>
QJsonObject changedTexts(QJsonObject json, Change change);

/// Every text in a value guarded or, the other way, as it was.
template<typename Change>
QJsonValue changedTexts(const QJsonValue &value, Change change)
{
    if (value.isString())
        return change(value);
    if (value.isObject())
        return changedTexts(value.toObject(), change);
    if (!value.isArray())
        return value;
    QJsonArray items;
    for (const QJsonValue &item : value.toArray())
        items.append(changedTexts(item, change));
    return items;
}

template<typename Change>
QJsonObject changedTexts(QJsonObject json, Change change)
{
    for (auto it = json.begin(); it != json.end(); ++it)
        *it = changedTexts(QJsonValue(*it), change);
    return json;
}

QJsonObject samplingForLedger(const SamplingSettings &settings)
{
    return changedTexts(samplingToJson(settings), [](const QJsonValue &text) { return guarded(text.toString()); });
}

SamplingSettings samplingFromLedger(const QJsonObject &json)
{
    return samplingFromJson(changedTexts(json, [](const QJsonValue &text) { return QJsonValue(unguarded(text)); }));
}

milliseconds duration(const QJsonObject &json, QLatin1StringView key, milliseconds otherwise)
{
    return milliseconds(json.value(key).toInteger(otherwise.count()));
}

QJsonObject limitsToJson(const GenerationRequest &request)
{
    QJsonObject json{{u"connect_ms"_s, qint64(request.timeouts.connect.count())},
                     {u"first_byte_ms"_s, qint64(request.timeouts.firstByte.count())},
                     {u"idle_ms"_s, qint64(request.timeouts.idle.count())},
                     {u"retries"_s, request.retry.maxRetries},
                     {u"retry_base_ms"_s, qint64(request.retry.base.count())},
                     {u"retry_cap_ms"_s, qint64(request.retry.cap.count())}};
    if (request.timeouts.total)
        json.insert(u"total_ms"_s, qint64(request.timeouts.total->count()));
    return json;
}

QByteArray messagesToJson(const Messages &messages)
{
    QJsonArray list;
    for (const Message &message : messages) {
        QJsonObject object{{u"role"_s, roleName(message.role)}, {u"text"_s, guarded(message.text)}};
        if (!message.parts.isEmpty())
            object.insert(u"parts"_s, changedTexts(QJsonValue(partsToJson(message.parts)),
                                                   [](const QJsonValue &text) { return guarded(text.toString()); }));
        list.append(object);
    }
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

Message messageFromJson(const QJsonObject &json)
{
    const Role role = roleFromName(json.value("role"_L1).toString()).value_or(Role::User);
    const QString text = unguarded(json.value("text"_L1));
    const QJsonValue parts = json.value("parts"_L1);
    // Before there were values for parts, the text was the JSON of their list.
    const QJsonArray list =
        parts.isBool() && parts.toBool()
            ? QJsonDocument::fromJson(text.toUtf8()).array()
            : changedTexts(parts, [](const QJsonValue &each) { return QJsonValue(unguarded(each)); }).toArray();
    const std::optional<MessageParts> known = partsFromJson(list);
    return known ? messageOfParts(role, *known) : Message{role, text};
}

/// What was said before is in the messages too, and would be stored with each answer to it.
QByteArray valuesToJson(QJsonObject values)
{
    values.remove(conversationVariable);
    return compact(changedTexts(values, [](const QJsonValue &text) { return guarded(text.toString()); }));
}

void limitsFromJson(const QJsonObject &json, GenerationRequest &request)
{
    Timeouts &timeouts = request.timeouts;
    timeouts.connect = duration(json, "connect_ms"_L1, timeouts.connect);
    timeouts.firstByte = duration(json, "first_byte_ms"_L1, timeouts.firstByte);
    timeouts.idle = duration(json, "idle_ms"_L1, timeouts.idle);
    if (json.contains("total_ms"_L1))
        timeouts.total = duration(json, "total_ms"_L1, milliseconds(0));
    RetrySettings &retry = request.retry;
    retry.maxRetries = json.value("retries"_L1).toInt(retry.maxRetries);
    retry.base = duration(json, "retry_base_ms"_L1, retry.base);
    retry.cap = duration(json, "retry_cap_ms"_L1, retry.cap);
}

} // namespace

QByteArray requestToJson(const GenerationRequest &request)
{
    return RequestWriter().json(request);
}

QByteArray RequestWriter::json(const GenerationRequest &request)
{
    const Frame &around = frame(request);
    if (!m_messagesJson || *m_messages != request.messages) {
        m_messages = request.messages;
        m_messagesJson = messagesToJson(request.messages);
    }
    QByteArray json = around.before + *m_messagesJson + around.after;
    if (!request.values.isEmpty())
        json.replace(json.size() - 1, 1, ",\"values\":" + valuesToJson(request.values) + '}');
    return json;
}

/// Most cells of a run are of a few variants, and of few seeds at a time.
const RequestWriter::Frame &RequestWriter::frame(const GenerationRequest &request)
{
    constexpr std::size_t mostFrames = 32;
    GenerationRequest setting = request;
    setting.key = {};
    setting.messages = {};
    setting.prefix = {};
    setting.score = {};
    setting.values = {};
    const auto known = std::ranges::find(m_frames, setting, &Frame::setting);
    if (known != m_frames.end())
        return *known;
    if (m_frames.size() == mostFrames)
        m_frames.pop_front();
    // The members of an object are in the order of their names.
    QByteArray before = compact(QJsonObject{{u"endpoint"_s, endpointToJson(request.endpoint)},
                                            {u"form"_s, nameOf(formNames, request.form)},
                                            {u"limits"_s, limitsToJson(request)}});
    QByteArray after = compact(QJsonObject{
        {u"sampling"_s, samplingForLedger(request.sampling)}, {u"strict"_s, request.strict}, {u"trace"_s, request.wantTrace}});
    before.chop(1);
    before += ",\"messages\":";
    after.replace(0, 1, ",");
    m_frames.push_back({std::move(setting), std::move(before), std::move(after)});
    return m_frames.back();
}

GenerationRequest requestFromJson(const QByteArray &json)
{
    const QJsonObject object = parsed(json);
    GenerationRequest request;
    request.endpoint = endpointFromJson(object.value("endpoint"_L1).toObject());
    for (const QJsonValue &value : object.value("messages"_L1).toArray()) {
        request.messages.append(messageFromJson(value.toObject()));
    }
    request.form = valueOf(formNames, object.value("form"_L1).toString());
    request.sampling = samplingFromLedger(object.value("sampling"_L1).toObject());
    limitsFromJson(object.value("limits"_L1).toObject(), request);
    request.wantTrace = object.value("trace"_L1).toBool();
    request.strict = object.value("strict"_L1).toBool();
    request.values =
        changedTexts(object.value("values"_L1).toObject(), [](const QJsonValue &each) { return QJsonValue(unguarded(each)); });
    return request;
}

QByteArray errorToJson(const Error &error)
{
    QJsonObject json{{u"kind"_s, errorKindName(error.kind)},
                     {u"detail"_s, guarded(error.detail)},
                     {u"place"_s, error.place},
                     {u"line"_s, error.line},
                     {u"column"_s, error.column},
                     {u"http_status"_s, error.httpStatus},
                     {u"parameter"_s, error.parameter}};
    if (error.retryAfter)
        json.insert(u"retry_after_ms"_s, qint64(error.retryAfter->count()));
    if (error.shouldRetry)
        json.insert(u"should_retry"_s, *error.shouldRetry);
    return compact(json);
}

Error errorFromJson(const QByteArray &json)
{
    const QJsonObject object = parsed(json);
    Error error;
    error.kind = errorKindFromName(object.value("kind"_L1).toString());
    error.detail = unguarded(object.value("detail"_L1));
    error.place = object.value("place"_L1).toString();
    error.line = object.value("line"_L1).toInt();
    error.column = object.value("column"_L1).toInt();
    error.httpStatus = object.value("http_status"_L1).toInt();
    error.parameter = object.value("parameter"_L1).toString();
    if (const QJsonValue wait = object.value("retry_after_ms"_L1); wait.isDouble())
        error.retryAfter = milliseconds(wait.toInteger());
    if (const QJsonValue word = object.value("should_retry"_L1); word.isBool())
        error.shouldRetry = word.toBool();
    return error;
}

QByteArray notesToLedger(const Notes &notes)
{
    Notes guardedNotes = notes;
    for (Note &note : guardedNotes)
        note.detail = guarded(note.detail);
    return QJsonDocument(notesToJson(guardedNotes)).toJson(QJsonDocument::Compact);
}

Notes notesFromLedger(const QByteArray &json)
{
    Notes notes = notesFromJson(QJsonDocument::fromJson(json).array());
    for (Note &note : notes)
        note.detail = unguarded(note.detail);
    return notes;
}

QString reproducibilityName(Reproducibility reproducibility)
{
    return nameOf(reproducibilityNames, reproducibility);
}

Reproducibility reproducibilityFromName(const QString &name)
{
    return valueOf(reproducibilityNames, name);
}

} // namespace Tempera
