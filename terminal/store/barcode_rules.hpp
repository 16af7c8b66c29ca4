// The shop's rules for its own barcodes, from barcode_rules.toml in the till's
// folder:
//
//   [[rule]]
//   name = "weighed"        # for people; may be left out
//   prefix = "25"           # 2 to 4 digits, or a list of them: ["25", "26"]
//   item_digits = 5         # of the number behind the prefix
//   kind = "weight"         # weight, price or quantity
//   decimals = 3            # of the value: 3 reads grams of a kilogram, 2 fen
//   inner_check = true      # a check digit of the value stands before it
//   length = 13             # of the whole code: 13 or 18
//   skip_digits = 0         # between the number (or its check digit) and the value
//   value_digits = 5        # all that is left, where it is not said
#pragma once

#include "terminal/domain/in_store_code.hpp"

#include <filesystem>
#include <vector>

namespace guitai {

inline constexpr const char* barcode_rules_name{"barcode_rules.toml"};

// default_in_store_rules() where there is no file; an empty file means no rules. Refuses
// barcodes.bad_file (with file, line and what is wrong there) and barcodes.bad_rule.
[[nodiscard]] Result<std::vector<InStoreRule>> read_barcode_rules(const std::filesystem::path& file);

} // namespace guitai
