# Schemas are .sql files, so that an editor and a reviewer see SQL. This turns a
# folder of them into a header on the include path of `target`:
#
#   embed_schema(store terminal/store/schema)   ->   #include "store_schema.hpp"
#
# which holds `guitai::store_schema`, an array of database::Migration in the
# order of the files: 0001_till.sql is number 1, named "till".
function(embed_schema target folder)
  file(GLOB files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.sql)
  list(SORT files)
  list(LENGTH files count)
  set(rows "")
  foreach(file ${files})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    get_filename_component(stem ${file} NAME_WE)
    if(NOT stem MATCHES "^0*([1-9][0-9]*)_(.+)$")
      message(FATAL_ERROR "${file}: a migration is called 0001_something.sql")
    endif()
    set(number ${CMAKE_MATCH_1})
    set(name ${CMAKE_MATCH_2})
    file(READ ${file} sql)
    string(APPEND rows "    {${number}, \"${name}\", R\"sql(\n${sql})sql\"},\n")
  endforeach()
  set(header "// Made from ${folder}/*.sql by packaging/embed.cmake.
#pragma once

#include \"sync/database/migrations.hpp\"

#include <array>

namespace guitai {

inline constexpr std::array<database::Migration, ${count}> ${target}_schema{{
${rows}}};

} // namespace guitai
")
  # Written only when it says something new, so that nothing is compiled for nothing.
  file(GENERATE OUTPUT ${PROJECT_BINARY_DIR}/generated/${target}_schema.hpp CONTENT "${header}")
endfunction()
