# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Included by llama.cpp's own project() call. Adds tempera-llama-common: what Tempera needs of llama.cpp's common library
# (chat templates, JSON schema, tokens), without its argument parser, downloads and HTTP client, several files a compilation.
if(PROJECT_IS_TOP_LEVEL AND NOT TEMPERA_COMMON_PLANNED)
    set(TEMPERA_COMMON_PLANNED ON)
    cmake_language(DEFER DIRECTORY ${CMAKE_SOURCE_DIR} CALL tempera_add_common)
    cmake_language(DEFER DIRECTORY ${CMAKE_SOURCE_DIR} CALL tempera_lighten_programs)
endif()

# GCC looks for memory that it no longer needs again and again; without that a compilation takes a quarter more memory and a
# tenth less time.
add_compile_options($<$<COMPILE_LANG_AND_ID:CXX,GNU>:--param=ggc-min-heapsize=2000000>)

function(tempera_add_common)
    get_target_property(sources llama-common SOURCES)
    list(FILTER sources INCLUDE REGEX "\\.cpp$")
    list(FILTER sources EXCLUDE REGEX "^(arg|console|debug|download|hf-cache|imatrix-loader|llguidance|preset|subproc)\\.cpp$")
    list(TRANSFORM sources PREPEND "${CMAKE_SOURCE_DIR}/common/" REGEX "^[^/]")
    add_library(tempera-llama-common STATIC ${sources})
    set_target_properties(tempera-llama-common PROPERTIES ARCHIVE_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/common
        UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 6)
    # Specialises templates that files before it have used by then.
    set_source_files_properties(${CMAKE_SOURCE_DIR}/common/json.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    # Templates and schemas are read once a request, and this takes a quarter off the longest compilations.
    target_compile_options(tempera-llama-common PRIVATE $<$<CONFIG:Release>:-O1>)
    target_compile_features(tempera-llama-common PRIVATE cxx_std_17)
    target_compile_definitions(tempera-llama-common PRIVATE $<TARGET_PROPERTY:llama-common,COMPILE_DEFINITIONS>)
    target_include_directories(tempera-llama-common PRIVATE $<TARGET_PROPERTY:llama-common,INCLUDE_DIRECTORIES>)
    target_link_libraries(tempera-llama-common PRIVATE llama llama-common-base)

    # A chat template is a file's; what its parser asserts of it (a macro has a name, a keyword is an identifier) does not
    # hold for every file, and what comes behind relies on it. So it throws, which is the template's error. JSON's own
    # assertions stand in functions that must not throw; they stay off.
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/asserts/cassert CONTENT [[
#include <stdexcept>
#undef assert
#define assert(condition) ((condition) ? void() : throw std::logic_error("not true: " #condition))
]])
    target_include_directories(tempera-llama-common BEFORE PRIVATE ${CMAKE_BINARY_DIR}/asserts)
    target_compile_definitions(tempera-llama-common PRIVATE "JSON_ASSERT(condition)=static_cast<void>(0)")

    # Most of libllama describes a hundred kinds of model and reads their files: once a model, or a graph's nodes once a
    # decode. Only what is gone through for each token, cell or character is worth the compiler's time. Its sums are ggml's.
    target_compile_options(llama PRIVATE $<$<CONFIG:Release>:-O1>)
    set(busy batch context graph kv-cache kv-cache-iswa grammar sampler vocab)
    list(TRANSFORM busy REPLACE ".+" "${CMAKE_SOURCE_DIR}/src/llama-\\0.cpp")
    list(APPEND busy ${CMAKE_SOURCE_DIR}/src/unicode.cpp)
    set_source_files_properties(${busy} TARGET_DIRECTORY llama PROPERTIES HEADER_FILE_ONLY ON)
    set(left ${busy})
    foreach(number RANGE 1 3)
        list(SUBLIST left 0 3 some)
        list(REMOVE_ITEM left ${some})
        list(TRANSFORM some REPLACE ".+" "#include \"\\0\"\n")
        list(JOIN some "" text)
        file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/busy/${number}.cpp CONTENT "${text}")
        set_source_files_properties(${CMAKE_BINARY_DIR}/busy/${number}.cpp TARGET_DIRECTORY llama
            PROPERTIES COMPILE_OPTIONS $<$<CONFIG:Release>:-O2> SKIP_UNITY_BUILD_INCLUSION ON)
        target_sources(llama PRIVATE ${CMAKE_BINARY_DIR}/busy/${number}.cpp)
    endforeach()
    # llama.cpp compiles its kinds of model several at once; what else is not gone through all the time can be, too.
    get_target_property(described llama SOURCES)
    list(FILTER described INCLUDE REGEX "^llama.*\\.cpp$")
    list(TRANSFORM described PREPEND "${CMAKE_SOURCE_DIR}/src/")
    list(REMOVE_ITEM described ${busy})
    set_source_files_properties(${described} TARGET_DIRECTORY llama PROPERTIES SKIP_UNITY_BUILD_INCLUSION OFF)

    # The same of ggml: what reads files, finds devices, or speaks with workers waits for them.
    set(waiting ggml-backend-meta ggml-opt gguf)
    list(TRANSFORM waiting REPLACE ".+" "${CMAKE_SOURCE_DIR}/ggml/src/\\0.cpp")
    set_source_files_properties(${waiting} TARGET_DIRECTORY ggml-base PROPERTIES COMPILE_OPTIONS $<$<CONFIG:Release>:-O1>)
    foreach(target IN ITEMS ggml ggml-rpc)
        target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
    endforeach()
endfunction()

# llama-server and the other programs are doubles and peers in tests and benchmarks. Around libllama and ggml, which are the
# same for them, stand argument parsers, HTTP and images: built once, read once a start or a request, and half of the wait.
function(tempera_lighten_programs)
    get_target_property(sources llama-common SOURCES)
    list(FILTER sources INCLUDE REGEX "^(arg|console|debug|download|hf-cache|imatrix-loader|llguidance|preset|subproc)\\.(cpp|h)$")
    set_target_properties(llama-common PROPERTIES SOURCES "${sources}")
    target_link_libraries(llama-common PUBLIC tempera-llama-common)
    get_target_property(outside mtmd SOURCES)
    list(FILTER outside INCLUDE REGEX "^mtmd-helper.*\\.cpp$")
    list(TRANSFORM outside PREPEND "${CMAKE_SOURCE_DIR}/tools/mtmd/")
    set_source_files_properties(${outside} TARGET_DIRECTORY mtmd PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    set_target_properties(mtmd PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 12)
    foreach(target IN ITEMS llama-common mtmd cpp-httplib llama-server-impl)
        target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
    endforeach()
endfunction()
