// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QProcessEnvironment>

#include <functional>
#include <optional>

namespace Tempera {

/// Where a command writes: standard output or standard error, or a test's buffer. One thread.
class OutStream
{
public:
    virtual ~OutStream() = default;
    /// UTF-8, written at once. What could not be written is reported by fault().
    virtual void write(const QByteArray &utf8) = 0;
    /// Why something that was written did not arrive (a full disk, a closed descriptor): File, with the stream's name.
    /// A reader that went away is not a fault.
    [[nodiscard]] virtual std::optional<Error> fault() const { return std::nullopt; }
    /// A person is watching: bars, boxes and the cleaning of control characters make sense.
    [[nodiscard]] virtual bool isTerminal() const = 0;
    /// Colours are wanted and understood.
    [[nodiscard]] virtual bool hasColour() const = 0;
    /// Width in character cells, at least 20.
    [[nodiscard]] virtual int columns() const = 0;
};

/// A file descriptor of this process. Honours NO_COLOR, CLICOLOR_FORCE, TERM=dumb and COLUMNS.
/// A reader that went away (EPIPE) silences the stream; it is not an error of the command. Any other failure of a write
/// silences it too, and is one.
class ConsoleStream final : public OutStream
{
public:
    /// 1 = standard output, 2 = standard error. Does not own the descriptor.
    explicit ConsoleStream(int descriptor);
    void write(const QByteArray &utf8) override;
    [[nodiscard]] std::optional<Error> fault() const override { return m_fault; }
    [[nodiscard]] bool isTerminal() const override { return m_terminal; }
    [[nodiscard]] bool hasColour() const override { return m_colour; }
    [[nodiscard]] int columns() const override;

private:
    void breakOff(int cause);

    int m_descriptor;
    bool m_terminal = false;
    bool m_colour = false;
    bool m_broken = false;
    std::optional<Error> m_fault;
};

/// Opens what a shell closed (`>&-`) of standard input, output and error, so that no file of ours gets their numbers and
/// is written into. Such a stream cannot be used: to write to it fails. Called once, before anything is opened.
void reserveStandardDescriptors();

/// What a stream leads to.
enum class StreamKind { Terminal, Other };

/// The rules of no-color.org and bixense.com/clicolors: NO_COLOR wins, then CLICOLOR_FORCE, then the terminal.
[[nodiscard]] bool coloursWanted(StreamKind kind, const QProcessEnvironment &environment);

/// Reads standard input to its end. File where it cannot be read.
[[nodiscard]] Result<QByteArray> readStandardInput();

} // namespace Tempera
