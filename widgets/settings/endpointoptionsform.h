// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/endpointoptions.h"
#include "models/core/serverreport.h"

#include <QWidget>

#include <functional>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace Tempera {

class NumberBox;

/// What is set for one server. What is typed counts when its field is left, and only where it can be: a sentence below says what
/// cannot and why.
class EndpointOptionsForm final : public QWidget
{
    Q_OBJECT
public:
    /// Reads a file of certificates, which may be large or none.
    using ReadCertificates = std::function<Result<CertificateFacts>(const QString &path)>;
    /// Asks for such a file.
    using AskForFile = std::function<void(QWidget *, std::function<void(const QString &)>)>;

    EndpointOptionsForm(ReadCertificates read, AskForFile ask, QWidget *parent = nullptr);

    /// Shows those of another server; what is still being typed goes.
    void setOptions(const EndpointOptions &options);
    /// As they stand, or what is wrong with them: a sentence.
    [[nodiscard]] Result<EndpointOptions> options() const;
    /// Whether all that is typed can be.
    [[nodiscard]] bool isValid() const { return m_isValid; }
    /// Tells at once what was typed and not told yet.
    void commit();

Q_SIGNALS:
    /// A person has left a field with other values, all of which can be.
    void edited(const Tempera::EndpointOptions &options);
    void validityChanged(bool valid);

protected:
    /// A text of several lines is left too.
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    struct Range {
        double least = 1; ///< Below 1: fractions are taken too.
        double most = 1;
    };
    [[nodiscard]] NumberBox *addAmount(QFormLayout *form, const QString &name, const QString &title, Range range,
                                       const QString &unset);
    [[nodiscard]] QLineEdit *addLine(const QString &name, const QString &accessible);
    [[nodiscard]] QPlainTextEdit *addLines(QFormLayout *form, const QString &name, const QString &title,
                                           const QString &placeholder);
    void addHelp(QFormLayout *form, const QString &text);
    void createNetwork(QFormLayout *form);
    void createLimits(QFormLayout *form);
    void chooseFile();
    void refresh();
    void readCertificates();

    ReadCertificates m_read;
    AskForFile m_ask;
    EndpointOptions m_told; ///< What was shown or told last.
    QString m_readFile;     ///< Whose certificates are shown; empty = nobody's.
    QString m_badFile;      ///< In which none were found, and why.
    QString m_fileFault;
    bool m_isValid = true;
    QLineEdit *m_proxy = nullptr;
    QLineEdit *m_caFile = nullptr;
    QLabel *m_certificates = nullptr;
    NumberBox *m_firstByte = nullptr; ///< Seconds.
    NumberBox *m_total = nullptr;     ///< Seconds.
    NumberBox *m_slots = nullptr;
    NumberBox *m_requests = nullptr;
    NumberBox *m_tokens = nullptr;
    QPlainTextEdit *m_headers = nullptr;
    QPlainTextEdit *m_members = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace Tempera
