// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/text/scripthost.h"
#include "models/text/templatereview.h"

#include <QByteArrayView>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>

namespace Tempera {

/// What a variable that has no value does to a rendering.
enum class MissingVariables {
    Empty, ///< It renders as nothing, as in promptfoo.
    Error, ///< The rendering fails and names it. `{{ x | default("d") }}`, `{% if x %}` and `x is defined` stay allowed.
};

/// How a source becomes text.
enum class TemplateForm {
    Prompt,       ///< As renderPrompt() does it.
    PromptOfText, ///< As renderPrompt() does it, but the variables' values are text, whatever they look like.
    Plain,        ///< As render() does it.
};

/// Prompt templates in the language of nunjucks 3.2.4: the original library, in a script host without I/O.
///
/// No autoescape; one filter more than nunjucks has: `load` (JSON.parse). `include`, `import` and `extends` find nothing.
/// A text without a tag is not given to the engine: it may be as long as memory allows.
/// One engine belongs to one thread. Compiled templates are kept (the 512 used last).
/// Failures are ErrorKind::Template with nunjucks' message and 1-based `line` and `column` in the source;
/// for a missing variable `parameter` holds its name ("user.name").
class TemplateEngine
{
public:
    /// Nunjucks is loaded (about 10 ms) by the first text that takes more than plainVariables() knows of.
    [[nodiscard]] static Result<std::unique_ptr<TemplateEngine>> create(const Limits &limits = {});
    ~TemplateEngine();
    TemplateEngine(const TemplateEngine &) = delete;
    TemplateEngine &operator=(const TemplateEngine &) = delete;

    /// The template as it is, with `vars` as its variables.
    [[nodiscard]] Result<QString> render(const QString &source, const QJsonObject &vars,
                                         MissingVariables missing = MissingVariables::Empty);

    /// A value that is beside the data (of a check): as render(), but what looks like a comment, `{# … #}`, is text.
    [[nodiscard]] Result<QString> renderData(const QString &source, const QJsonObject &vars,
                                             MissingVariables missing = MissingVariables::Empty);

    /// A prompt of an experiment, as promptfoo renders it: string variables lose one trailing newline and may hold
    /// templates of other variables (but no comments: `{# … #}` in a value stays); whole numbers keep all their digits; a source that is JSON text is rendered inside its string leaves only
    /// and written again with an indent of two spaces.
    [[nodiscard]] Result<QString> renderPrompt(const QString &source, const QJsonObject &vars,
                                               MissingVariables missing = MissingVariables::Empty);

    /// As renderPrompt(), with the variables as JSON text (one object): the order of the keys of nested
    /// objects, which QJsonObject sorts, is kept for `dump` and `for k, v in`.
    [[nodiscard]] Result<QString> renderPromptJson(const QString &source, QByteArrayView varsJson,
                                                   MissingVariables missing = MissingVariables::Empty);

    /// render() or renderPrompt(), as `form` says.
    [[nodiscard]] Result<QString> renderAs(TemplateForm form, const QString &source, const QJsonObject &vars,
                                           MissingVariables missing = MissingVariables::Empty);

    /// The variables as those of a prompt are before it is rendered, and as its checks and scripts see them: a text has lost one
    /// trailing newline, and `{{ name }}` in it is the value of the other variable. All else stays in it.
    [[nodiscard]] Result<QJsonObject> resolved(const QJsonObject &vars);

    /// The free variables of a template, each once, in the order of first use. Not among them: what the template
    /// sets itself (set, for, macro, import), nunjucks' globals (range, cycler, joiner) and `env`.
    [[nodiscard]] Result<QStringList> variables(const QString &source);

    /// What a prompt becomes and which values it lacks: all of them, where rendering with MissingVariables::Error names the
    /// first one. Errors are those of rendering, but for missing variables.
    [[nodiscard]] Result<TemplateReview> review(const QString &source, const QJsonObject &vars,
                                                TemplateForm form = TemplateForm::Prompt);

    /// The filters and tests that a template asks for and that there are not, also where rendering would not come to them.
    [[nodiscard]] Result<QList<UnknownName>> unknownNames(const QString &source);

    /// What templates see as `env`. Empty at first: nothing of the process environment is given unasked.
    void setEnvironment(const QJsonObject &environment);
    /// Filters besides nunjucks' own, by name: expressions whose values are functions. One that fails where it is made fails all
    /// that is rendered.
    void setFilters(const QMap<QString, QString> &filters);

private:
    class Private;
    explicit TemplateEngine(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace Tempera
