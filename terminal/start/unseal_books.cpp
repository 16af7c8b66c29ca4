#include "terminal/start/words_of_guitai.hpp"

#include "terminal/store/data_folder.hpp"

namespace guitai::start {

int unseal_books(const Voice& voice, const std::filesystem::path& data)
{
    const auto done = guitai::unseal_books(data);
    if (!done) return voice.refuse(done.error());
    voice.tell("start.unsealed", database_path(data).string());
    return 0;
}

} // namespace guitai::start
