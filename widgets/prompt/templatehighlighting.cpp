// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/prompt/templatehighlighting.h"

#include "resources/syntax/syntaxresources.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QApplication>
#include <QPalette>
#include <QPointer>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace Tempera {

struct TemplateHighlighting::Private {
    KSyntaxHighlighting::Repository repository;
    QList<QPointer<KSyntaxHighlighting::SyntaxHighlighter>> highlighters;
};

TemplateHighlighting::TemplateHighlighting(QObject *parent) : QObject(parent) { }
TemplateHighlighting::~TemplateHighlighting()
{
    // Highlighters look things up in the repository: they must not outlive it.
    if (d)
        for (const auto &highlighter : std::as_const(d->highlighters))
            delete highlighter;
}

void TemplateHighlighting::highlight(QTextDocument *document)
{
    if (!d) {
        initSyntaxResources();
        d = std::make_unique<Private>();
    }
    const KSyntaxHighlighting::Definition definition = d->repository.definitionForName(u"Tempera Prompt"_s);
    if (!definition.isValid())
        return;
    auto *highlighter = new KSyntaxHighlighting::SyntaxHighlighter(document);
    highlighter->setTheme(d->repository.themeForPalette(QApplication::palette()));
    highlighter->setDefinition(definition);
    d->highlighters.removeIf([](const auto &old) { return old.isNull(); });
    d->highlighters += highlighter;
}

void TemplateHighlighting::followPalette()
{
    if (!d)
        return;
    const KSyntaxHighlighting::Theme theme = d->repository.themeForPalette(QApplication::palette());
    for (const auto &highlighter : std::as_const(d->highlighters)) {
        if (highlighter) {
            highlighter->setTheme(theme);
            highlighter->rehighlight();
        }
    }
}

} // namespace Tempera
