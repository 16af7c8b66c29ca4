# How hanzi begin when they are read aloud, out of Debian's unicode-data, as a
# table compiled into `target`. Read while building, so that the table is as new
# as the Unicode of the machine that builds.
find_program(BZCAT bzcat REQUIRED)
find_file(UNIHAN_READINGS Unihan_Readings.txt.bz2 PATHS /usr/share/unicode NO_DEFAULT_PATH REQUIRED)

function(pinyin_table target)
  set(table ${PROJECT_BINARY_DIR}/generated/pinyin_table.cpp)
  add_executable(pinyin_table packaging/pinyin_table.cpp)
  # Not among the programs that people run.
  set_target_properties(pinyin_table PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/generated)
  add_custom_command(
    OUTPUT ${table}
    COMMAND sh -c "'${BZCAT}' '${UNIHAN_READINGS}' | '$<TARGET_FILE:pinyin_table>' > '${table}'"
    DEPENDS pinyin_table ${UNIHAN_READINGS}
    COMMENT "Reading how hanzi are read"
    VERBATIM)
  target_sources(${target} PRIVATE ${table})
endfunction()
