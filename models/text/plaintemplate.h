// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/templatereview.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace Tempera {

enum class TemplateForm;

// What TemplateEngine makes of a template that only puts variables in (`{{ name }}`), made without the script engine, in a hundredth
// of its time. Nothing where it takes more than that: other tags, filters, names that mean something to nunjucks; a source that
// may be JSON, as a prompt (also one without any variable).

/// TemplateEngine::renderAs(). Nothing also where a variable has no value, or one that is neither text, nor a whole number, nor a
/// truth value, and for a value that is a template, as a prompt.
[[nodiscard]] std::optional<QString> renderedPlainly(TemplateForm form, const QString &source, const QJsonObject &vars);

/// TemplateEngine::review(), where renderedPlainly() gives a text: nothing is missing in it.
[[nodiscard]] std::optional<TemplateReview> reviewedPlainly(TemplateForm form, const QString &source, const QJsonObject &vars);

/// TemplateEngine::variables(); such a template has no unknown names.
[[nodiscard]] std::optional<QStringList> plainVariables(const QString &source);

} // namespace Tempera
