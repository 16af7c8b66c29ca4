# Every library Guitai uses, found once. All come from Debian's packages; what
# Debian 12 and 13 package differently is evened out here and nowhere else.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(tl-expected REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(PostgreSQL REQUIRED)
find_package(CURL REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(ZLIB REQUIRED)
find_package(CLI11 REQUIRED)
find_package(spdlog REQUIRED)
find_package(Boost 1.81 REQUIRED)
find_package(Catch2 REQUIRED)
find_package(glfw3 REQUIRED)
find_package(OpenGL REQUIRED)
find_package(Freetype REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(STB REQUIRED IMPORTED_TARGET stb)
pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)

add_library(sodium INTERFACE)
target_link_libraries(sodium INTERFACE PkgConfig::SODIUM)

add_library(googlepinyin INTERFACE)
find_library(GOOGLEPINYIN_LIBRARY googlepinyin REQUIRED)
target_link_libraries(googlepinyin INTERFACE ${GOOGLEPINYIN_LIBRARY})

find_path(MUSTACHE_INCLUDE NAMES kainjow/mustache.hpp mustache.hpp REQUIRED)
add_library(mustache INTERFACE)
target_include_directories(mustache SYSTEM INTERFACE ${MUSTACHE_INCLUDE})

# Beast is header-only; BOOST_ALL_NO_LIB keeps it so.
add_library(guitai_beast INTERFACE)
target_link_libraries(guitai_beast INTERFACE Boost::headers Threads::Threads)
target_compile_definitions(guitai_beast INTERFACE BOOST_ALL_NO_LIB)
add_library(guitai::beast ALIAS guitai_beast)

# The square code of a receipt.
add_library(guitai_qr INTERFACE)
target_link_libraries(guitai_qr INTERFACE PkgConfig::QRENCODE)
add_library(guitai::qr ALIAS guitai_qr)

# The shop's rules for its own barcodes. Header-only, so that the library's ABI switches do not matter.
find_path(TOML_INCLUDE NAMES toml++/toml.h REQUIRED)
add_library(guitai_toml INTERFACE)
target_include_directories(guitai_toml SYSTEM INTERFACE ${TOML_INCLUDE})
target_compile_definitions(guitai_toml INTERFACE TOML_HEADER_ONLY=1)
add_library(guitai::toml ALIAS guitai_toml)

# stb decodes photographs of goods and writes pictures of screens.
add_library(guitai_picture INTERFACE)
target_link_libraries(guitai_picture INTERFACE PkgConfig::STB)
add_library(guitai::picture ALIAS guitai_picture)

# Linked with --as-needed, the archive must stand before what it needs, which
# its pkg-config file does not promise on both suites.
find_library(IMGUI_ARCHIVE libimgui.a REQUIRED)
add_library(guitai_imgui STATIC IMPORTED)
set_target_properties(guitai_imgui PROPERTIES IMPORTED_LOCATION ${IMGUI_ARCHIVE})
# Its back ends include "imgui.h" as if they stood beside it.
find_path(IMGUI_INCLUDE NAMES imgui.h PATH_SUFFIXES imgui REQUIRED)
target_include_directories(guitai_imgui SYSTEM INTERFACE ${IMGUI_INCLUDE})
target_link_libraries(guitai_imgui INTERFACE glfw OpenGL::GL Freetype::Freetype PkgConfig::STB ${CMAKE_DL_LIBS})
add_library(guitai::imgui ALIAS guitai_imgui)

# Catch2 3 ships its own main in a second target; ours is tests/main.cpp.
