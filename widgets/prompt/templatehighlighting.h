// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <memory>

class QTextDocument;

namespace Tempera {

/// Colours prompt templates in documents. The definitions are loaded with the first document, not before;
/// where they are missing, text stays plain.
class TemplateHighlighting final : public QObject
{
    Q_OBJECT
public:
    explicit TemplateHighlighting(QObject *parent = nullptr);
    ~TemplateHighlighting() override;

    /// From now on until the document dies.
    void highlight(QTextDocument *document);
    /// Takes colours that fit the palette of the application.
    void followPalette();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Tempera
