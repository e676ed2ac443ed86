// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace Tempera {

enum class TemplateForm;

/// What TemplateEngine::renderAs() makes of a template that only puts variables in (`{{ name }}`), made without the script engine,
/// in a hundredth of its time. Nothing where it takes more than that: other tags, filters, names that mean something to nunjucks,
/// variables that have no value, or one that is neither text, nor a whole number, nor a truth value; a source that may be JSON (also one without any variable), or
/// a value that is a template, as a prompt.
[[nodiscard]] std::optional<QString> renderedPlainly(TemplateForm form, const QString &source, const QJsonObject &vars);

} // namespace Tempera
