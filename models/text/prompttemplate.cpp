// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/prompttemplate.h"

#include "models/text/plaintemplate.h"
#include "models/text/scriptcontext.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <vector>

using namespace Qt::StringLiterals;

// Outside of any namespace, as Q_INIT_RESOURCE must be.
static void initScriptResources()
{
    Q_INIT_RESOURCE(scripts);
}

namespace Tempera {
namespace {

constexpr const char *ownFile = "prompt.js";

std::unexpected<Error> missingScript(const QString &path)
{
    return failure(ErrorKind::Internal, u"a script is missing in the program"_s, path);
}

} // namespace

class TemplateEngine::Private
{
public:
    explicit Private(const Limits &limits) : runtime(limits) { }

    Result<void> enter();
    Result<void> load();
    Result<JsValue> loadModules();
    Result<void> loadFilters();
    Result<JsValue> call(const char *function, std::vector<JsValue> arguments);
    Result<QString> renderWith(const char *function, const QString &source, JsValue vars, MissingVariables missing);
    std::unexpected<Error> templateFailure();
    JSContext *js() const { return context.get(); }

    JsRuntime runtime;
    JsContext context;
    JsValue api; // After its context: it must go first.
    QJsonObject environment;
    QMap<QString, QString> filters;
};

/// Makes ready for one call: loads nunjucks before the first one, and again what a call that ran out of time or memory left behind.
Result<void> TemplateEngine::Private::enter()
{
    if (!api) {
        if (Result<void> loaded = load(); !loaded)
            return loaded;
    }
    runtime.enter();
    return {};
}

Result<JsValue> TemplateEngine::Private::loadModules()
{
    JsValue modules(js(), JS_NewObject(js()));
    const QString root = u":/tempera/scripts/"_s;
    const QStringList files{u"lib"_s,
                            u"object"_s,
                            u"runtime"_s,
                            u"nodes"_s,
                            u"lexer"_s,
                            u"parser"_s,
                            u"transformer"_s,
                            u"compiler"_s,
                            u"filters"_s,
                            u"tests"_s,
                            u"globals"_s,
                            u"loader"_s,
                            u"precompiled-loader"_s,
                            u"environment"_s};
    QStringList names{u"a-sync-waterfall"_s};
    for (const QString &file : files)
        names << u"nunjucks/"_s + file;
    for (const QString &name : std::as_const(names)) {
        QFile file(root + name + u".js"_s);
        if (!file.open(QIODevice::ReadOnly))
            return missingScript(file.fileName());
        const QByteArray code = "(function (module, exports, require) {" + file.readAll() + "\n})";
        const QByteArray key = name.toUtf8();
        JsValue factory = evaluateScript(js(), code, key.constData());
        if (factory.isException())
            return templateFailure();
        JS_SetPropertyStr(js(), modules.get(), key.constData(), factory.release());
    }
    return modules;
}

Result<void> TemplateEngine::Private::load()
{
    initScriptResources();
    api.reset();
    context = runtime.makeContext();
    if (!context)
        return failure(ErrorKind::OutOfMemory, u"no script context"_s);
    runtime.enterOwn();
    const Result<JsValue> modules = loadModules();
    if (!modules)
        return std::unexpected(modules.error());
    QFile file(u":/tempera/scripts/prompt.js"_s);
    if (!file.open(QIODevice::ReadOnly))
        return missingScript(file.fileName());
    const JsValue maker = evaluateScript(js(), file.readAll(), ownFile);
    if (maker.isException())
        return templateFailure();
    JSValueConst argument = modules->get();
    api = JsValue(js(), JS_Call(js(), maker.get(), JS_UNDEFINED, 1, &argument));
    if (api.isException()) {
        auto error = templateFailure();
        api.reset();
        return error;
    }
    std::vector<JsValue> arguments;
    arguments.push_back(toJs(js(), QJsonValue(environment)));
    if (const Result<JsValue> set = call("setEnvironment", std::move(arguments)); !set)
        return std::unexpected(set.error());
    Result<void> filtered = loadFilters();
    if (!filtered)
        api.reset(); // nothing is rendered without them
    return filtered;
}

Result<void> TemplateEngine::Private::loadFilters()
{
    for (const auto &[name, code] : filters.asKeyValueRange()) {
        runtime.enter();
        JsValue function = evaluateScript(js(), code.toUtf8(), "<filter>");
        if (function.isException()) {
            Error error = templateFailure().error();
            error.detail =
                QCoreApplication::translate("Template", "The filter \"%1\" cannot be used: %2").arg(name, error.detail);
            error.line = 0;
            error.column = 0;
            return std::unexpected(std::move(error));
        }
        std::vector<JsValue> arguments;
        arguments.push_back(toJs(js(), QStringView(name)));
        arguments.push_back(std::move(function));
        if (const Result<JsValue> added = call("addFilter", std::move(arguments)); !added)
            return std::unexpected(added.error());
    }
    return {};
}

std::unexpected<Error> TemplateEngine::Private::templateFailure()
{
    Error error;
    error.kind = ErrorKind::Template;
    // Our script tells the place in a property of the error; look before the exception is taken apart.
    JsValue thrown(js(), JS_GetException(js()));
    if (JS_IsObject(thrown.get())) {
        const JsValue place = property(js(), thrown.get(), "place");
        if (JS_IsObject(place.get())) {
            JS_ToInt32(js(), &error.line, property(js(), place.get(), "line").get());
            JS_ToInt32(js(), &error.column, property(js(), place.get(), "column").get());
            error.parameter = toText(js(), property(js(), place.get(), "variable").get());
            error.detail = toText(js(), property(js(), thrown.get(), "message").get());
        }
    }
    if (!error.parameter.isEmpty()) {
        error.detail = QCoreApplication::translate("Template", "The variable \"%1\" has no value.").arg(error.parameter);
        return std::unexpected(std::move(error));
    }
    const bool isFatal = runtime.stop() != LimitHit::None || error.detail.contains("out of memory"_L1);
    if (!error.detail.isEmpty() && !isFatal)
        return std::unexpected(std::move(error));

    JS_Throw(js(), thrown.release());
    const JsError plain = takeException(js(), runtime, ownFile);
    error.detail = plain.message;
    error.line = 0;
    error.column = 0;
    if (plain.isFatal)
        api.reset(); // Half-done work may lie about: the next call starts afresh.
    return std::unexpected(std::move(error));
}

Result<JsValue> TemplateEngine::Private::call(const char *function, std::vector<JsValue> arguments)
{
    std::vector<JSValueConst> raw;
    for (const JsValue &argument : arguments) {
        if (argument.isException())
            return templateFailure();
        raw.push_back(argument.get());
    }
    const JsValue callee = property(js(), api.get(), function);
    JsValue result(js(), JS_Call(js(), callee.get(), JS_UNDEFINED, static_cast<int>(raw.size()), raw.data()));
    if (result.isException())
        return templateFailure();
    runtime.leave();
    return result;
}

Result<QString> TemplateEngine::Private::renderWith(const char *function, const QString &source, JsValue vars,
                                                    MissingVariables missing)
{
    std::vector<JsValue> arguments;
    arguments.push_back(toJs(js(), QStringView(source)));
    arguments.push_back(std::move(vars));
    arguments.emplace_back(js(), JS_NewBool(js(), missing == MissingVariables::Error ? 1 : 0));
    const Result<JsValue> text = call(function, std::move(arguments));
    if (!text)
        return std::unexpected(text.error());
    return toText(js(), text->get());
}

namespace {

/// The function of prompt.js that renders in this form.
const char *functionOf(TemplateForm form)
{
    switch (form) {
    case TemplateForm::Prompt: return "renderPrompt";
    case TemplateForm::PromptOfText: return "renderPromptOfText";
    case TemplateForm::Plain: break;
    }
    return "render";
}

/// Whether a text is the same after rendering: it has no tags. One that may be JSON is rewritten as a prompt.
bool isTextWithoutTags(const QString &text)
{
    return !text.contains("{{"_L1) && !text.contains("{%"_L1) && !text.contains("{#"_L1);
}

bool isPromptWithoutTags(const QString &text)
{
    if (!isTextWithoutTags(text))
        return false;
    const QStringView trimmed = QStringView(text).trimmed();
    if (trimmed.isEmpty())
        return true;
    const QChar first = trimmed.front();
    const QChar last = trimmed.back();
    const bool isBracketed = (first == u'{' && last == u'}') || (first == u'[' && last == u']')
                             || (first == u'"' && last == u'"' && trimmed.size() > 1);
    const bool isWord = trimmed == "true"_L1 || trimmed == "false"_L1 || trimmed == "null"_L1;
    constexpr qsizetype longestNumber = 400;
    const bool mayBeNumber = (first == u'-' || first.isDigit()) && last.isDigit() && trimmed.size() <= longestNumber;
    return !isBracketed && !isWord && !mayBeNumber;
}

} // namespace

TemplateEngine::TemplateEngine(std::unique_ptr<Private> priv) : d(std::move(priv)) { }

TemplateEngine::~TemplateEngine() = default;

Result<std::unique_ptr<TemplateEngine>> TemplateEngine::create(const Limits &limits)
{
    auto priv = std::make_unique<Private>(limits);
    if (!priv->runtime.get())
        return failure(ErrorKind::OutOfMemory, u"no script runtime"_s);
    return std::unique_ptr<TemplateEngine>(new TemplateEngine(std::move(priv)));
}

Result<QString> TemplateEngine::render(const QString &source, const QJsonObject &vars, MissingVariables missing)
{
    return renderAs(TemplateForm::Plain, source, vars, missing);
}

Result<QString> TemplateEngine::renderData(const QString &source, const QJsonObject &vars, MissingVariables missing)
{
    if (isTextWithoutTags(source))
        return source;
    if (const Result<void> ready = d->enter(); !ready)
        return std::unexpected(ready.error());
    return d->renderWith("renderData", source, toJs(d->js(), QJsonValue(vars), LargeIntegers::Exact), missing);
}

Result<QString> TemplateEngine::renderPrompt(const QString &source, const QJsonObject &vars, MissingVariables missing)
{
    return renderAs(TemplateForm::Prompt, source, vars, missing);
}

Result<QString> TemplateEngine::renderAs(TemplateForm form, const QString &source, const QJsonObject &vars,
                                         MissingVariables missing)
{
    if (form == TemplateForm::Plain ? isTextWithoutTags(source) : isPromptWithoutTags(source))
        return source;
    if (d->filters.isEmpty()) { // one that cannot be used fails all that is rendered
        if (std::optional<QString> plain = renderedPlainly(form, source, vars))
            return *std::move(plain);
    }
    if (const Result<void> ready = d->enter(); !ready)
        return std::unexpected(ready.error());
    return d->renderWith(functionOf(form), source, toJs(d->js(), QJsonValue(vars), LargeIntegers::Exact), missing);
}

Result<QString> TemplateEngine::renderPromptJson(const QString &source, QByteArrayView varsJson, MissingVariables missing)
{
    if (const Result<void> ready = d->enter(); !ready)
        return std::unexpected(ready.error());
    return d->renderWith("renderPromptJson", source, toJs(d->js(), QStringView(textFromUtf8(varsJson))), missing);
}

Result<QJsonObject> TemplateEngine::resolved(const QJsonObject &vars)
{
    if (const Result<void> ready = d->enter(); !ready)
        return std::unexpected(ready.error());
    std::vector<JsValue> arguments;
    arguments.push_back(toJs(d->js(), QJsonValue(vars), LargeIntegers::Exact));
    const Result<JsValue> json = d->call("resolvedTexts", std::move(arguments));
    if (!json)
        return std::unexpected(json.error());
    const QJsonObject made = QJsonDocument::fromJson(toText(d->js(), json->get()).toUtf8()).object();
    QJsonObject all = vars;
    for (auto value = all.begin(); value != all.end(); ++value) {
        if (value->isString())
            *value = made.value(value.key());
    }
    return all;
}

Result<QStringList> TemplateEngine::variables(const QString &source)
{
    if (isTextWithoutTags(source))
        return QStringList();
    if (d->filters.isEmpty()) {
        if (std::optional<QStringList> plain = plainVariables(source))
            return *std::move(plain);
    }
    if (const Result<void> ready = d->enter(); !ready)
        return std::unexpected(ready.error());
    std::vector<JsValue> arguments;
    arguments.push_back(toJs(d->js(), QStringView(source)));
    const Result<JsValue> list = d->call("variables", std::move(arguments));
    if (!list)
        return std::unexpected(list.error());
    std::int32_t length = 0;
    JS_ToInt32(d->js(), &length, property(d->js(), list->get(), "length").get());
    QStringList names;
    for (std::int32_t i = 0; i < length; ++i) {
        const JsValue name(d->js(), JS_GetPropertyUint32(d->js(), list->get(), static_cast<std::uint32_t>(i)));
        names << toText(d->js(), name.get());
    }
    return names;
}

Result<TemplateReview> TemplateEngine::review(const QString &source, const QJsonObject &vars, TemplateForm form)
{
    if (isPromptWithoutTags(source))
        return TemplateReview{source, {}, {}};
    if (d->filters.isEmpty()) {
        if (std::optional<TemplateReview> plain = reviewedPlainly(form, source, vars))
            return *std::move(plain);
    }
    if (const Result<void> ready = d->enter(); !ready)
        return std::unexpected(ready.error());
    std::vector<JsValue> arguments;
    arguments.push_back(toJs(d->js(), QStringView(source)));
    arguments.push_back(toJs(d->js(), QJsonValue(vars), LargeIntegers::Exact));
    arguments.push_back(toJs(d->js(), QStringView(QString::fromLatin1(functionOf(form)))));
    const Result<JsValue> json = d->call("review", std::move(arguments));
    if (!json)
        return std::unexpected(json.error());
    return templateReviewFromJson(toText(d->js(), json->get()));
}

Result<QList<UnknownName>> TemplateEngine::unknownNames(const QString &source)
{
    if (isTextWithoutTags(source))
        return QList<UnknownName>();
    if (d->filters.isEmpty() && plainVariables(source))
        return QList<UnknownName>();
    if (const Result<void> ready = d->enter(); !ready)
        return std::unexpected(ready.error());
    std::vector<JsValue> arguments;
    arguments.push_back(toJs(d->js(), QStringView(source)));
    const Result<JsValue> json = d->call("unknownNames", std::move(arguments));
    if (!json)
        return std::unexpected(json.error());
    return unknownNamesFromJson(toText(d->js(), json->get()));
}

void TemplateEngine::setFilters(const QMap<QString, QString> &filters)
{
    if (filters == d->filters)
        return;
    d->filters = filters;
    d->api.reset(); // the next call loads with them
}

void TemplateEngine::setEnvironment(const QJsonObject &environment)
{
    if (environment == d->environment)
        return;
    d->environment = environment;
    d->api.reset(); // The next call loads with it; compiled templates hold no values.
}

} // namespace Tempera
