// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/rpc/rpcprotocol.h"

#include <QtEndian>

#include <ggml-rpc.h>
#include <ggml.h>

#include <algorithm>

namespace Tempera::Rpc {
namespace {

static_assert(RPC_PROTO_MAJOR_VERSION == MajorVersion && RPC_PROTO_MINOR_VERSION == MinorVersion,
              "llama.cpp speaks another RPC protocol: read ggml-rpc.cpp again");
static_assert(GGML_MAX_DIMS == 4 && GGML_MAX_SRC == 10 && GGML_MAX_OP_PARAMS == 64 && GGML_MAX_NAME == 64,
              "rpc_tensor has another layout");

enum Command : std::uint8_t {
    AllocBuffer,
    GetAlignment,
    GetMaxSize,
    BufferGetBase,
    FreeBuffer,
    BufferClear,
    SetTensor,
    SetTensorHash,
    GetTensor,
    CopyTensor,
    GraphCompute,
    GetDeviceMemory,
    InitTensor,
    GetAllocSize,
    Hello,
    DeviceCount,
    GraphRecompute,
    MemsetTensor,
};
static_assert(Hello == HelloCommand && DeviceCount == DeviceCountCommand);

// rpc_tensor, packed: id 8, type 4, buffer 8, ne 4·4, nb 4·4, op 4, parameters 64, flags 4, src 10·8, view 8 + 8, data 8,
// name 64, use count 4.
constexpr qsizetype TensorBytes = 296;
constexpr qsizetype DimensionsAt = 20;
constexpr qsizetype StridesAt = 36;
/// GetTensor: tensor, offset, size.
constexpr qsizetype GetTensorSizeAt = TensorBytes + 8;
static_assert(GetTensorSizeAt + 8 == LookedAtBytes);
/// GetAllocSize: device, tensor, …
constexpr qsizetype AllocTensorAt = 4;

template<typename Number>
Number numberAt(QByteArrayView bytes, qsizetype at)
{
    return at + qsizetype(sizeof(Number)) <= bytes.size() ? qFromLittleEndian<Number>(bytes.data() + at) : Number{0};
}

QByteArray bytesOf(std::uint64_t number)
{
    QByteArray bytes(sizeof number, Qt::Uninitialized);
    qToLittleEndian(number, bytes.data());
    return bytes;
}

/// At least what the tensor takes on any device: no dimension reaches further than its length times its stride, and
/// devices pad rows to 512 elements.
std::uint64_t ampleBytes(QByteArrayView request)
{
    std::uint64_t bytes = 0;
    for (qsizetype i = 0; i < GGML_MAX_DIMS; ++i) {
        bytes = std::max(bytes, std::uint64_t{numberAt<std::uint32_t>(request, AllocTensorAt + DimensionsAt + 4 * i)}
                                    * numberAt<std::uint32_t>(request, AllocTensorAt + StridesAt + 4 * i));
    }
    return bytes + 4'096;
}

} // namespace

std::optional<std::uint64_t> expectedAnswer(std::uint8_t command, QByteArrayView request)
{
    switch (Command(command)) {
    case AllocBuffer:
    case GetDeviceMemory: return 16;
    case GetAlignment:
    case GetMaxSize:
    case BufferGetBase:
    case GetAllocSize: return 8;
    case SetTensorHash:
    case CopyTensor: return 1;
    case DeviceCount: return 4;
    case Hello: return HelloAnswerBytes;
    case GetTensor:
        if (request.size() < LookedAtBytes)
            return std::nullopt;
        return numberAt<std::uint64_t>(request, GetTensorSizeAt);
    case FreeBuffer:
    case BufferClear:
    case SetTensor:
    case GraphCompute:
    case InitTensor:
    case GraphRecompute:
    case MemsetTensor: return 0;
    }
    return std::nullopt;
}

QByteArray standIn(std::uint8_t command, QByteArrayView request)
{
    constexpr std::uint64_t Alignment = 4'096;
    constexpr std::uint64_t SomeMemory = std::uint64_t{1} << 20; // none at all would be divided by
    switch (Command(command)) {
    case GetAlignment: return bytesOf(Alignment);
    case GetMaxSize: return bytesOf(UINT64_MAX);
    case BufferGetBase: return bytesOf(Alignment);
    case SetTensorHash: // it has the data: none needs to be sent
    case CopyTensor: return QByteArray(1, 1);
    case GetDeviceMemory: return bytesOf(SomeMemory) + bytesOf(SomeMemory);
    case GetAllocSize: return bytesOf(ampleBytes(request));
    case Hello: return QByteArray(1, char(MajorVersion)) + QByteArray(1, char(MinorVersion));
    case AllocBuffer: // address 0: there is no memory
    case DeviceCount:
    case GetTensor:
    case FreeBuffer:
    case BufferClear:
    case SetTensor:
    case GraphCompute:
    case InitTensor:
    case GraphRecompute:
    case MemsetTensor: break;
    }
    return {};
}

} // namespace Tempera::Rpc
