// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/sourcetranslator.h"

#include "tests/support/testpaths.h"

#include <QFile>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace Tempera {

SourceTranslator::SourceTranslator(const QString &language)
{
    QFile file(sourcePath(u"translations/tempera_%1.ts"_s.arg(language)));
    if (!file.open(QIODevice::ReadOnly))
        return;
    QXmlStreamReader xml(&file);
    QString context, source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "source"_L1)
            source = xml.readElementText();
        else if (xml.name() == "numerusform"_L1)
            m_texts[context + u'\n' + source] += xml.readElementText();
        else if (xml.name() == "translation"_L1) {
            QString text;
            while (xml.readNext() == QXmlStreamReader::Characters)
                text += xml.text();
            if (xml.name() == "numerusform"_L1 && xml.isStartElement())
                m_texts[context + u'\n' + source] += xml.readElementText();
            else
                m_texts.insert(context + u'\n' + source, {text});
        }
    }
}

QString SourceTranslator::translate(const char *context, const char *source, const char *, int n) const
{
    const QStringList forms = m_texts.value(QString::fromUtf8(context) + u'\n' + QString::fromUtf8(source));
    return forms.value(n == 1 ? 0 : forms.size() - 1); // German has two, Chinese one
}

} // namespace Tempera
