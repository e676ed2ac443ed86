// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QResource>
#include <QTranslator>

using namespace Qt::StringLiterals;

// Outside of any namespace, as Q_INIT_RESOURCE must be.
static void initTranslationResources()
{
    Q_INIT_RESOURCE(translations);
}

namespace Tempera {
namespace {

QLocale chosenLocale(const QString &language)
{
    QString name = language;
    if (name.isEmpty())
        name = qEnvironmentVariable("TEMPERA_LANGUAGE").section(u':', 0, 0);
    return name.isEmpty() ? QLocale::system() : QLocale(name);
}

} // namespace

void installTranslations(QCoreApplication &application, const QString &language)
{
    initTranslationResources();
    const QLocale locale = chosenLocale(language);
    QLocale::setDefault(locale);
    const QString qtFolder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    for (const auto &[name, folder] : {std::pair{u"qtbase"_s, qtFolder}, std::pair{u"tempera"_s, u":/i18n"_s}}) {
        auto *translator = new QTranslator(&application);
        if (translator->load(locale, name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    }
}

} // namespace Tempera
